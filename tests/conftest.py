"""Hypothesis: no deadline, since the first example loads jieba's dictionary; more examples where CI asks for them."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("GOVNEWS_HYPOTHESIS", "default"))
