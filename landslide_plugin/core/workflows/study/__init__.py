"""A whole study in one run: checks, factors, model, maps and report, composed of the workflows beside this one."""
