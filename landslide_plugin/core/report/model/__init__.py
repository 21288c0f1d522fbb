"""The chapter of the model: factors, importance, saliency, learning."""
