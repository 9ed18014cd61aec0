"""Who someone is and what they may do: users, roles, sessions, one-time links, API keys, limits."""

from guanxi.auth.api_keys import NewApiKey, create_api_key, load_api_key, revoke_api_key
from guanxi.auth.csrf import check_csrf, safe_next
from guanxi.auth.errors import CsrfFailed, Escalation, LastAdministrator, SignInFailed, TokenInvalid
from guanxi.auth.limits import give_back, limit, use_redis
from guanxi.auth.links import PasswordLink, base_address, password_link
from guanxi.auth.names import normalize_login
from guanxi.auth.passwords import hash_password, verify_password
from guanxi.auth.permissions import KernelPermission
from guanxi.auth.roles import ensure_roles, set_role_permissions
from guanxi.auth.sessions import (
    LoadedSession,
    NewSession,
    load_session,
    open_realm_session,
    open_session,
    renew_session,
    revoke_realm_sessions,
    revoke_sessions,
    set_session_locale,
    sign_out,
)
from guanxi.auth.signin import sign_in
from guanxi.auth.tokens import issue_password_token, issue_token, redeem_token, revoke_tokens
from guanxi.auth.users import (
    activate_user,
    change_own_password,
    create_user,
    deactivate_user,
    set_password,
    set_password_by_link,
    set_roles,
    users_with,
)

__all__ = [
    "CsrfFailed",
    "Escalation",
    "KernelPermission",
    "LastAdministrator",
    "LoadedSession",
    "NewApiKey",
    "NewSession",
    "PasswordLink",
    "SignInFailed",
    "TokenInvalid",
    "activate_user",
    "base_address",
    "change_own_password",
    "check_csrf",
    "create_api_key",
    "create_user",
    "deactivate_user",
    "ensure_roles",
    "give_back",
    "hash_password",
    "issue_password_token",
    "issue_token",
    "limit",
    "load_api_key",
    "load_session",
    "normalize_login",
    "open_realm_session",
    "open_session",
    "password_link",
    "redeem_token",
    "renew_session",
    "revoke_api_key",
    "revoke_realm_sessions",
    "revoke_sessions",
    "revoke_tokens",
    "safe_next",
    "set_password",
    "set_password_by_link",
    "set_role_permissions",
    "set_roles",
    "set_session_locale",
    "sign_in",
    "sign_out",
    "use_redis",
    "users_with",
    "verify_password",
]
