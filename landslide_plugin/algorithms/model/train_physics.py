"""Train an ensemble that is held to slope physics."""

from dataclasses import replace

from qgis.core import QgsProcessingParameterRasterLayer

from ...core.errors import InputError
from ...core.workflows.training.request import TrainingRequest
from ..base.given import Given
from .settings import PHYSICS, SETTINGS
from .training import TrainingAlgorithm


class TrainPhysics(TrainingAlgorithm):
    """As the ensemble, with a factor of safety or probability of failure as prior."""

    NAME = "trainphysics"
    LABEL = "Physics-informed training"
    HELP = (
        "Trains the stacked mean, its networks with a term that draws them towards slope stability: the probability "
        "of failure (or the factor of safety) per trigger scenario, from 'Compute factor of safety' or from any other "
        "program.\n\n"
        "The prior acts on all scenarios and on cells without a sample, with weight lambda; the other families of the "
        "stacked mean have the probability of failure as an input, so that their probability follows the rain, and the "
        "map then needs that raster too. It helps where "
        "landslides are few and the physics is right. The scores show the model beside logistic regression "
        "and beside the physics alone; a model that beats neither has not earned its lambda.\n\n"
        "A prior that says nothing (almost the same everywhere, or nearly all factors of safety at the cap) is "
        "an error. Trigger values that are the same for every cell make the differences between scenarios "
        "imposed by the physics, not learnt from the inventory."
    )
    TAGS: tuple[str, ...] = (
        "physics-informed",
        "neural network",
        "deep learning",
        "factor of safety",
        "infinite slope",
        "prior",
    )
    PRIOR_REQUIRED = True
    SETTINGS = (*PHYSICS, *SETTINGS)
    SHOWN: tuple[str, ...] = ("EVENT_FIELD", "PROFILE", "SCENARIOS")

    def _declare_depth_and_triggers(self) -> None:
        super()._declare_depth_and_triggers()
        self.add(
            QgsProcessingParameterRasterLayer("PRIOR_PF", "Probability of failure raster", None, True),
            "Physical probability of failure, bands named T10, T25, ...; no-data where physics says nothing.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("PRIOR_FS", "Factor of safety raster", None, True),
            "Factor of safety, bands named T10, T25, ...; used for consistency figures and the sign term. "
            "No-data where physics says nothing; in a raster without the mark that 'Compute factor "
            "of safety' writes, as those of "
            "release 0.1, cells at the cap count as such.",
            advanced=not self.PRIOR_REQUIRED,
        )

    def training_request(self, given: Given) -> TrainingRequest:
        plain = super().training_request(given)
        safety, chance = given.raster("PRIOR_FS"), given.raster("PRIOR_PF")
        if self.PRIOR_REQUIRED and not (safety or chance):
            raise InputError(
                "No slope-stability prior is given; give a probability of failure or a factor of safety "
                "raster from 'Compute factor of safety', or use 'Train susceptibility ensemble'"
            )
        return replace(plain, prior_fs=safety, prior_pf=chance)
