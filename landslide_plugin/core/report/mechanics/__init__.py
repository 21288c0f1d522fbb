"""The chapter of the mechanics: consistency with physics, scenarios."""
