"""What Guanxi costs, each figure beside the bare thing measured in the same run. See README.md."""
