package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// Version bytes of Base58Check addresses.
const (
	bitcoinKeyHash        = 0x00
	bitcoinScriptHash     = 0x05
	bitcoinTestKeyHash    = 0x6f
	bitcoinTestScriptHash = 0xc4
	litecoinKeyHash       = 0x30
	litecoinScriptHash    = 0x32
	dogecoinKeyHash       = 0x1e
	dogecoinScriptHash    = 0x16
	tronAddress           = 0x41
)

// hashVersion decodes an address that is a version byte and a hash of 20 bytes,
// and returns the version, or -1.
func hashVersion(alphabet *checkdigit.Base58, value string) int {
	var buffer checkdigit.Base58Bytes
	payload, ok := alphabet.DecodeCheck(&buffer, value)
	if !ok || len(payload) != 21 {
		return -1
	}
	return int(payload[0])
}

// verifyBitcoin checks a Base58Check or segregated witness address. Those of
// version 1 and above that were written before BIP 350 count as well.
func verifyBitcoin(value string) Verdict {
	if len(value) > 3 && value[2] == '1' && value[1]|0x20 >= 'b' {
		unversioned := value[3]|0x20 != 'q' && checkdigit.ValidBech32(value, checkdigit.Bech32)
		if unversioned || checkdigit.ValidSegwit(value) {
			return Valid
		}
	}
	switch hashVersion(&checkdigit.Base58Bitcoin, value) {
	case bitcoinKeyHash, bitcoinScriptHash, bitcoinTestKeyHash, bitcoinTestScriptHash:
		return Valid
	}
	return Invalid
}

// verifyWIF checks a private key: version 0x80, or 0xef on test networks, 32
// bytes, and a byte 1 when the public key is to be compressed.
func verifyWIF(value string) Verdict {
	var buffer checkdigit.Base58Bytes
	payload, ok := checkdigit.Base58Bitcoin.DecodeCheck(&buffer, value)
	if !ok || payload[0] != 0x80 && payload[0] != 0xef {
		return Invalid
	}
	return validIf(len(payload) == 33 || len(payload) == 34 && payload[33] == 1)
}

// verifyExtendedKey checks an extended key: 78 bytes with their checksum.
func verifyExtendedKey(value string) Verdict {
	var buffer checkdigit.Base58Bytes
	payload, ok := checkdigit.Base58Bitcoin.DecodeCheck(&buffer, value)
	return validIf(ok && len(payload) == 78)
}

// verifyBIP39 checks that all words are of the English list of BIP-39, and the
// checksum in the last.
func verifyBIP39(value string) Verdict { return validIf(checkdigit.ValidBIP39(value)) }

// seed looks whether the whole of the text is the words of a wallet. It does not
// where each line is read by itself, since there is no telling where the text
// ends.
func (r *run) seed() {
	if d := r.finder(findSeed); d != nil && !r.lines && maySeed(r.text) {
		if text := strings.TrimSuffix(r.text, "\n"); d.Verify(text) == Valid {
			r.add(0, len(text), d, Likely, byChecksum, len(text))
		}
	}
}

// maySeed reports whether text is small letters and single blanks, as long as the
// twelve to twenty-four words of a wallet.
func maySeed(text string) bool {
	const shortest, longest = 12*4 - 1, 24 * 9
	if len(text) < shortest || len(text) > longest {
		return false
	}
	for i := range len(text) {
		if b := text[i]; !isLower(b) && (b != ' ' || i == 0 || text[i-1] == ' ') && (b != '\n' || i < len(text)-1) {
			return false
		}
	}
	return true
}

// verifyEthereum checks the letter case by EIP-55; an address in one case has
// no checksum.
func verifyEthereum(value string) Verdict {
	if len(value) != 42 || isMonotonous(value[2:]) {
		return Invalid
	}
	digits := value[2:]
	if mixedCase(digits) {
		return validIf(checkdigit.ValidEIP55(digits))
	}
	return Plausible
}

// secp256k1Order is the order of the curve's group; a private key is below it.
const secp256k1Order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"

// verifySecp256k1 checks that the last 64 digits are a number from 1 to the
// order of the curve's group.
func verifySecp256k1(value string) Verdict {
	digits := value[max(0, len(value)-len(secp256k1Order)):]
	if len(digits) < len(secp256k1Order) || checkdigit.Repeated(digits) {
		return Invalid
	}
	for i := range len(digits) {
		if c := scan.Lower(digits[i]); c != secp256k1Order[i] {
			return plausibleIf(c < secp256k1Order[i])
		}
	}
	return Invalid
}

// verifyLitecoin checks a segregated-witness address by BIP-173 or BIP-350, others by the
// four bytes of SHA-256 at the end of their base 58.
func verifyLitecoin(value string) Verdict {
	if strings.HasPrefix(value, "ltc1") {
		return validIf(checkdigit.ValidSegwit(value))
	}
	version := hashVersion(&checkdigit.Base58Bitcoin, value)
	return validIf(version == litecoinKeyHash || version == litecoinScriptHash)
}

// verifyDogecoin checks the version byte and the four bytes of SHA-256 at the end of the
// base 58.
func verifyDogecoin(value string) Verdict {
	version := hashVersion(&checkdigit.Base58Bitcoin, value)
	return validIf(version == dogecoinKeyHash || version == dogecoinScriptHash)
}

// verifyTron checks the version byte and the four bytes of SHA-256 at the end of the base
// 58.
func verifyTron(value string) Verdict {
	return validIf(hashVersion(&checkdigit.Base58Bitcoin, value) == tronAddress)
}

// verifyRipple checks the version byte and the four bytes of SHA-256 at the end of the
// base 58, in the alphabet of the XRP ledger.
func verifyRipple(value string) Verdict {
	return validIf(hashVersion(&checkdigit.Base58Ripple, value) == 0)
}

// verifyBitcoinCash checks an address with its prefix, or the 42 characters
// after it.
func verifyBitcoinCash(value string) Verdict {
	prefix, payload, found := strings.Cut(value, ":")
	if !found {
		prefix, payload = "bitcoincash", value
	}
	return validIf(checkdigit.ValidCashAddr(prefix, payload))
}

// verifyMonero checks an address of the main, stage or test network.
func verifyMonero(value string) Verdict {
	_, ok := checkdigit.DecodeMonero(value)
	return validIf(ok)
}

// verifyCardano checks the checksum of BIP-173.
func verifyCardano(value string) Verdict {
	return validIf(checkdigit.ValidBech32(value, checkdigit.Bech32))
}

// verifySolana checks that the text stands for 32 bytes. There is no checksum,
// so text without letters of both cases is taken for something else.
func verifySolana(value string) Verdict {
	var buffer checkdigit.Base58Bytes
	decoded, ok := checkdigit.Base58Bitcoin.Decode(&buffer, value)
	return plausibleIf(ok && len(decoded) == 32 && mixedCase(value))
}
