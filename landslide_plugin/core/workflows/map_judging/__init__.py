"""Any map judged by an inventory, and put in classes."""
