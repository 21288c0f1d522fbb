"""The network and its gradients written out in NumPy, on columns, members side by side; no files, no TensorFlow."""
