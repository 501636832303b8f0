package detect

// credentialFormats are credentials whose own bytes give them away: the magic
// number of a container, the prefix of an encoding, the marker of an issuer.
var credentialFormats = []Detector{
	{
		ID: "aws_session_token", Title: "AWS session token", Category: Credential,
		Pattern:    `(?:FwoGZXIvYXdz|IQoJb3JpZ2lu|FQoGZXIvYXdz)[A-Za-z0-9+/]{100,2000}={0,2}`,
		Contextual: `[A-Za-z0-9+/]{200,2000}={0,2}`,
		Keywords:   []string{"aws session token", "aws security token", "x amz security token"},
		Verify:     verifyToken,
		Reference:  "https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html",
	},
	{
		ID: "azure_entra_client_secret", Title: "Microsoft Entra client secret", Category: Credential,
		Pattern:    `[0-9A-Za-z]{3}\dQ~[0-9A-Za-z_.~-]{31,34}`,
		Contextual: `[0-9A-Za-z_.~-]{3}\dQ~[0-9A-Za-z_.~-]{31,34}`,
		Keywords:   []string{"client secret", "azure", "entra", "app secret", "application secret", "client credential"},
		Verify:     verifyToken,
		hints:      true,
		Reference:  "https://learn.microsoft.com/entra/identity-platform/quickstart-register-app",
	},
	{
		ID: "azure_devops_pat", Title: "Azure DevOps personal access token (before 2024)", Category: Credential,
		Contextual: `[a-z2-7]{52}`,
		Keywords:   []string{"azure devops", "azure devops pat", "azure devops ext pat", "azdo", "ado pat", "devops pat", "vsts", "vsts pat", "dev azure com", "visualstudio com"},
		Verify:     verifyKeyed,
		hints:      true,
		Reference:  "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
	},
	{
		ID: "azure_storage_account_key", Title: "Azure Storage account key", Category: Credential,
		Contextual: `[A-Za-z0-9+/]{86}==`,
		Keywords: []string{
			"account key", "storage key", "storage account key", "azure storage", "azure storage key", "blob core windows net", "storage access key", "shared access key",
		},
		Verify: verifyMixedKinds,
		Samples: []string{ // the emulator's, published
			"Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
		},
		hints:     true,
		Reference: "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
	},
	{
		ID: "jwe", Title: "Encrypted JSON Web Token", Category: Credential,
		Pattern:   `eyJ[A-Za-z0-9_-]{10,600}\.[A-Za-z0-9_-]{0,1400}\.[A-Za-z0-9_-]{8,200}\.[A-Za-z0-9_-]{2,4000}\.[A-Za-z0-9_-]{16,100}`,
		Verify:    verifyJWE,
		Reference: "RFC 7516",
	},
	{
		ID: "k8s_service_account_token", Title: "Kubernetes service account token", Category: Credential,
		Pattern:   `eyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{20,4000}\.[A-Za-z0-9_-]{20,1400}`,
		Verify:    verifyServiceAccount,
		Reference: "https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/",
	},
	{
		ID: "private_key_age", Title: "age private key", Category: Credential,
		Pattern:   `AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}`,
		Verify:    verifyAgeIdentity,
		Reference: "https://age-encryption.org/v1",
	},
	{
		ID: "pkcs12_der_base64", Title: "PKCS #12 key store", Category: Credential,
		Contextual: `MII[A-Za-z0-9+/]{60,4000}={0,2}`,
		Keywords:   []string{"pfx", "p12", "pkcs12", "pkcs 12", "keystore", "key store", "certificate data", "client certificate", "certificate"},
		Verify:     verifyPKCS12,
		hints:      true,
		Reference:  "RFC 7292 section 4",
	},
	{
		ID: "saml_assertion", Title: "SAML assertion", Category: Credential,
		Pattern:   `PHNhbW[wx][A-Za-z0-9+/]{100,4000}={0,2}`,
		Verify:    verifySAML,
		Reference: "SAML 2.0 bindings, section 3.5",
	},
	{
		ID: "password_hash_weak", Title: "Password hash", Category: Credential,
		Pattern: `\$2[abxy]\$\d\d\$[./0-9A-Za-z]{53}` +
			`|\$(?:1|apr1)\$[./0-9A-Za-z]{1,8}\$[./0-9A-Za-z]{22}` +
			`|\$5\$(?:rounds=\d{4,9}\$)?[./0-9A-Za-z]{1,16}\$[./0-9A-Za-z]{43}` +
			`|\$6\$(?:rounds=\d{4,9}\$)?[./0-9A-Za-z]{1,16}\$[./0-9A-Za-z]{86}` +
			`|\$y\$[./0-9A-Za-z]{1,8}\$[./0-9A-Za-z]{1,86}\$[./0-9A-Za-z]{43}` +
			`|\$argon2(?:i|d|id)\$(?:v=\d{1,3}\$)?m=\d{1,9},t=\d{1,9},p=\d{1,9}\$[+/0-9A-Za-z]{8,90}\$[+/0-9A-Za-z]{16,172}` +
			`|\$scrypt\$ln=\d{1,3},r=\d{1,3},p=\d{1,3}\$[+/0-9A-Za-z]{8,90}\$[+/0-9A-Za-z]{16,172}` +
			`|\$pbkdf2(?:-sha\d{3})?\$\d{3,9}\$[./0-9A-Za-z]{8,90}\$[./0-9A-Za-z]{20,172}` +
			`|pbkdf2_sha\d{1,3}\$\d{3,9}\$[0-9A-Za-z]{8,90}\$[+/0-9A-Za-z]{20,172}={0,2}` +
			`|\$krb5(?:asrep|tgs)\$\d{1,2}\$[0-9A-Za-z$:*@./_-]{0,200}[0-9a-f]{32}\$[0-9a-f]{64,4000}`,
		Contextual: `[0-9a-fA-F]{32}|[+/0-9A-Za-z]{27,90}={1,2}`,
		Keywords: []string{
			"password hash", "passwd hash", "hashed password", "password digest", "password md5", "encrypted password",
			"ntlm", "ntlm hash", "nt hash", "lm hash", "ntlmv2", "ssha", "ssha256", "ssha512", "smd5",
		},
		Verify:    verifyPasswordHash,
		hints:     true,
		Reference: "crypt(5); RFC 9106 (argon2); RFC 7914 (scrypt); RFC 2307 ({SSHA}); hashcat's example hashes",
	},
	{
		ID: "ssh_public_key", Title: "SSH public key", Category: Credential,
		Pattern:   `AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNhLXNoYTIt|G3NrLX|InNrL)[A-Za-z0-9+/]{40,1500}={0,3}`,
		Verify:    verifyToken,
		Off:       true,
		Reference: "RFC 4253 section 6.6",
	},
}
