"""What trees are grown with, apart from the rows they are grown from."""
