"""What holds for every test: no example of hypothesis fails because a machine is slow."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "patient",
    deadline=None,  # an example may take as long as a busy machine makes it
    suppress_health_check=[HealthCheck.too_slow],  # so may drawing it
    print_blob=True,  # how to see a failure again
)
settings.load_profile("patient")
