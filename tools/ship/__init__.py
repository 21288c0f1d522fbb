"""What is shipped: package, models, layouts."""
