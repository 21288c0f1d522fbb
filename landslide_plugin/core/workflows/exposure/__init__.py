"""What lies in each class of a map: lines, buildings and people; and the areas where failures may begin."""
