package detect

// cardDetectors are payment cards and what is printed or stored beside them.
//
// Bare digits are reported without a keyword only at 15 and 16 digits, where
// the issuer's range leaves little room beside the check digit. Numbers of 17
// to 19 digits that begin like a card are also message and order identifiers.
var cardDetectors = []Detector{
	{
		ID: "credit_card", Title: "Payment card number", Category: Financial,
		Pattern:    `\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{3}|3\d{3}[ -]\d{6}[ -]\d{4,5}|3[47]\d{13}|[2-6]\d{15}`,
		Contextual: `\d[\d .-]{10,40}\d`,
		Keywords: []string{
			"card", "cc", "ccn", "ccnum", "cc number", "pan", "primary account number", "credit card", "debit card", "payment card", "card number", "card no", "card num",
			"visa", "mastercard", "amex", "american express", "diners", "discover card", "jcb", "unionpay", "rupay",
			"kreditkarte", "kreditkartennummer", "kartennummer", "carte bancaire", "carte de crédit", "numéro de carte", "tarjeta", "tarjeta de crédito", "número de tarjeta",
			"carta di credito", "numero carta", "cartão", "cartão de crédito", "número do cartão", "creditcard", "kaartnummer", "karta kredytowa", "numer karty",
			"номер карты", "カード番号", "信用卡", "卡号",
		},
		Verify: verifyCard,
		Samples: []string{
			"4111111111111111", "4012888888881881", "4222222222222", "4242424242424242", "4000056655665556", "4917610000000000", "4917300800000000", "4462030000000000",
			"5555555555554444", "5105105105105100", "5200828282828210", "5454545454545454", "2223003122003222", "2223000048400011", "2222420000001113",
			"378282246310005", "371449635398431", "378734493671000", "6011111111111117", "6011000990139424", "6011601160116611", "6011000400000000",
			"30569309025904", "38520000023237", "3056930009020004", "36227206271667", "36006666333344", "3530111333300000", "3566002020360505",
			"6200000000000005", "6200000000000047", "6205500000000000004", "5019717010103742", "6331101999990016", "5610591081018250", "6759649826438453",
		},
		Reference: "ISO/IEC 7812-1",
	},
	{
		ID: "credit_card_masked", Title: "Masked payment card number", Category: Financial,
		Fields:    []string{"masked card", "masked card number", "card number masked", "masked pan", "pan masked", "truncated pan", "card mask", "cc masked"},
		Verify:    verifyMaskedCard,
		masks:     true,
		Reference: "PCI DSS 4.0, requirement 3.4",
	},
	{
		// The start sentinel "%" of track 1 stays outside: a value begins at a
		// letter or digit, or at the sentinel ";" of track 2.
		ID: "credit_card_track", Title: "Payment card magnetic stripe", Category: Financial,
		Pattern:   `B\d{14,16}\^[A-Z0-9 /.'-]{2,26}\^\d{7,24}\??|;\d{16}=\d{7,24}\??|;\d{15}=\d{7,24}\??`,
		Verify:    verifyCardTrack,
		Samples:   []string{";4111111111111111=30121011000?"},
		Reference: "ISO/IEC 7813",
	},
	{
		ID: "credit_card_expiry", Title: "Payment card expiry date", Category: Financial,
		Contextual: `\d{2} ?/ ?\d{2}|\d{2}[ /-]20\d{2}|20\d{2}-\d{2}|[A-Z][a-z]{2} 20\d{2}`,
		Keywords: []string{
			"exp", "exp date", "expdate", "exp d", "exp m", "exp y", "card exp", "card expiry", "card expiration", "cc exp", "expiry", "expiry date", "expiration date", "valid thru", "valid through",
			"good thru", "gültig bis", "expire fin", "date d'expiration", "caducidad", "fecha de caducidad", "scadenza", "validade",
		},
		Verify:    verifyCardExpiry,
		Fields:    []string{"card expiry", "card exp", "cc exp", "exp month", "exp year", "expm", "expy"},
		Reference: "ISO/IEC 7813",
	},
	{
		ID: "credit_card_cvv", Title: "Payment card security code", Category: Financial,
		Contextual: `\d{3,4}`,
		Keywords: []string{
			"cvv", "cvv2", "cvc", "cvc2", "cvn", "card security code", "card verification value", "card verification code", "card verification number", "elo verification code",
			"security code on the back", "kartenprüfnummer", "prüfziffer der karte", "cryptogramme visuel", "código de seguridad de la tarjeta", "código de segurança do cartão",
		},
		Fields:    []string{"cvv", "cvv2", "cvc", "cvc2", "cvn", "card cvv", "card cvc", "card security code", "card verification value"},
		Reference: "PCI DSS 4.0, sensitive authentication data",
	},
	{
		ID: "card_pin", Title: "Card PIN", Category: Financial,
		Contextual: `\d{4,12}`,
		Keywords: []string{
			"pin", "pin code", "pincode", "pin number", "card pin", "atm pin", "debit pin", "pin block", "bank pin", "geheimzahl", "code pin", "código pin", "codice pin",
		},
		Fields:    []string{"pin code", "card pin", "atm pin", "pin block", "debit pin"},
		close:     true,
		Reference: "ISO 9564-1",
	},
	{
		ID: "debit_card_eu", Title: "European debit card number", Category: Financial,
		Contextual: `\d[\d -]{14,34}\d`,
		Keywords:   []string{"maestro", "girocard", "debit", "debit card", "ec card", "ec karte", "debitkarte", "bankkarte", "carte de débit", "tarjeta de débito", "carta di debito", "pinpas"},
		Verify:     verifyDebitCard,
		Samples:    []string{"6759649826438453"},
		Reference:  "ISO/IEC 7812-1",
	},
	{
		ID: "ar_tarjeta_sube", Title: "Argentine SUBE transport card", Category: Financial, Country: "AR",
		Contextual: `6061[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}`,
		Keywords:   []string{"sube", "tarjeta sube", "sistema único de boleto electrónico"},
		Verify:     verifySUBE,
		Reference:  "https://www.argentina.gob.ar/sube",
	},
}
