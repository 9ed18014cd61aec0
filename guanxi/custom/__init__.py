"""Fields that a company adds to records: real columns of its own tables, so that they sort, filter and sum like any."""
