from tests.crm_receivables.conftest import company, directory, inside

__all__ = ["company", "directory", "inside"]
