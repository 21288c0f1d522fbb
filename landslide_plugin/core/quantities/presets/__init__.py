"""What words that stand for many settings at once mean."""
