// Words that the index leaves out are left out of a query too, or "in" would find every word that begins with it.
(function () {
  var left = ["a", "about", "an", "and", "are", "as", "at", "be", "by", "do", "for", "from", "how", "i", "if", "in",
    "into", "is", "it", "its", "my", "no", "not", "of", "on", "or", "than", "that", "the", "then", "there", "this",
    "to", "was", "what", "when", "where", "which", "why", "will", "with"];
  var QUERY = 2;
  var post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    if (message && message.type === QUERY && typeof message.data === "string") {
      var kept = message.data.split(/\s+/).filter(function (word) {
        return left.indexOf(word.replace(/\*$/, "").toLowerCase()) < 0;
      });
      message = { type: QUERY, data: kept.join(" ") || message.data };
    }
    return post.apply(this, [message].concat([].slice.call(arguments, 1)));
  };
})();
