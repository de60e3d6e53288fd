#!/bin/sh
# Sets Vault up for the sample: the secret, who may read it, and the Kubernetes login. Run it once, with a Vault token that
# may do so (VAULT_ADDR, VAULT_CACERT, VAULT_TOKEN).
#
#   KUBERNETES_HOST   the API server's URL, as Vault reaches it
#   KUBERNETES_CA     a file with the API server's certificate authority
#   REVIEWER_TOKEN    a file with the token of the service account vault-reviewer
#   SECRET_VALUE      the value of the secret; one is made up without it
set -eu
: "${KUBERNETES_HOST:?the URL of the API server}" "${KUBERNETES_CA:?a file}" "${REVIEWER_TOKEN:?a file}"
namespace=org1
service_account=app1
role=org1-app1-reader

vault secrets enable -path=secret -version=1 kv
printf '%s' "${SECRET_VALUE:-$(head -c 12 /dev/urandom | base64)}" | vault kv put -mount=secret org1/app1 var=-

vault policy write "$role" - <<POLICY
path "secret/org1/app1" {
  capabilities = ["read"]
}
POLICY

vault auth enable kubernetes
vault write auth/kubernetes/config \
  kubernetes_host="$KUBERNETES_HOST" \
  kubernetes_ca_cert=@"$KUBERNETES_CA" \
  token_reviewer_jwt=@"$REVIEWER_TOKEN"
vault write "auth/kubernetes/role/$role" \
  bound_service_account_names="$service_account" \
  bound_service_account_namespaces="$namespace" \
  token_policies="$role" \
  token_ttl=10m
