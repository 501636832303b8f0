package detect

var documentVerifiers = []verifierCase{
	{"passport", verifyPassport, "", "AB1234567; 123456788; K1234567A", "AB1234; 000000000; passport; 20240131"},
	{"digit rich", verifyDigitRich, "", "A9999B1; 12345678", "ABCD123; 00000000; abcdef"},
	{"de_passport", verifyDEPassport, "C01X00T478", "C01X00T47", "C01X00T479; C01X00T4; CCCCCCCCC"},
	{"nl_passport", verifyNLPassport, "", "SPECI2014", "SPECIMEN; AAAAAAAAA"},
	{"pl_passport", verifyPLPassport, "ZS0000177; ZS 0000177", "ZS1000177", "ZS000017; ZS00001777"},
	{"es_drivers_license", verifyESDriversLicense, "12345678Z", "", "12345678A; 1234567Z"},
	{"gb_drivers_license", verifyGBDriversLicense, "", "MORGA657054SM9IJ; MORGA657054SM9IJ35; MA999657054SM9IJ", "99999657054SM9IJ; MO9GA657054SM9IJ; MORGA627054SM9IJ; MORGA650004SM9IJ; MORGA657054SM9I"},
	{"in_drivers_license", verifyINDriversLicense, "", "MH12 20110012345; DL0420110012345", "ZZ12 20110012345; MH12 10110012345; MH12 2011001234"},
}
