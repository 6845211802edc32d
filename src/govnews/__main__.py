"""`python -m govnews`."""

import sys

from govnews.cli import main

sys.exit(main())
