"""Selection of factors: forward, inside spatial folds, judged on ground that took no part in it."""
