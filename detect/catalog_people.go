package detect

// peopleDetectors are general data about persons and their vehicles.
var peopleDetectors = []Detector{
	{
		ID: "vin", Title: "Vehicle identification number", Category: Personal,
		Pattern:    `[0-9A-HJ-NPR-Z]{17}`,
		Contextual: `(?i)[0-9A-HJ-NPR-Z]{17}`,
		Keywords: []string{
			"vin", "vin no", "vin number", "vehicle identification", "vehicle identification number", "vehicle id number", "chassis number",
			"chassis no", "frame number", "fahrgestellnummer", "fahrzeug identifizierungsnummer", "numéro d identification du véhicule",
			"numéro de châssis", "número de chasis", "número de bastidor", "numero di telaio", "chassi", "車台番号", "车架号", "車身號碼",
		},
		Verify:    verifyVIN,
		Samples:   []string{"1M8GDM9AXKP042788"},
		Reference: "ISO 3779; 49 CFR 565",
		confirm:   true,
	},
	{
		ID: "license_plate", Title: "Licence plate", Category: Personal,
		Contextual: `(?i)[A-Z]{1,3}[ -]?\d{1,4}[ -]?[A-Z]{0,3}|\d{1,4}[ -]?[A-Z]{1,3}[ -]?\d{0,4}|[A-Z]{1,3}[ -][A-Z]{1,2}[ -]?\d{1,4}`,
		Keywords: []string{
			"plate", "plate no", "plate number", "plate num", "license plate", "licence plate", "license plate number", "licence plate number",
			"number plate", "vehicle plate", "vehicle registration", "vehicle registration number", "registration plate", "reg plate", "kennzeichen",
			"autokennzeichen", "plaque", "plaque d immatriculation", "immatriculation", "matrícula", "placa", "patente vehículo", "targa",
			"targa veicolo", "kenteken", "registreringsnummer", "tablica rejestracyjna", "rendszám", "spz", "车牌", "车牌号", "ナンバープレート", "차량번호",
		},
		Verify: verifyPlate,
	},
	{
		ID: "passport_mrz", Title: "Machine readable zone of a passport or identity card", Category: Personal,
		Pattern:    `P<[A-M][A-Z<]{41}|P<[N-Z][A-Z<]{41}|[0-9A-Z]{9}\d[A-Z]{3}\d{7}[MFX<]\d{7}[0-9A-Z<]{7}(?:[0-9A-Z<]{8})?\d|[0-9A-Z]{9}\dD<<\d{7}[MFX<]\d{7}[0-9A-Z<]{7}(?:[0-9A-Z<]{8})?\d|I<[A-M][A-Z]{2}[0-9A-Z<]{9}\d[0-9A-Z<]{15}|I<[N-Z][A-Z]{2}[0-9A-Z<]{9}\d[0-9A-Z<]{15}|\d{7}[MFX]\d{7}[A-Z]{3}[0-9A-Z<]{11}\d`,
		Contextual: `P[<A-Z][A-Z<]{42}|[0-9A-Z<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[0-9A-Z<]{7}(?:[0-9A-Z<]{8})?\d|[IAC][<A-Z][A-Z<]{3}[0-9A-Z<]{9}\d[0-9A-Z<]{15}|\d{7}[MFX<]\d{7}[A-Z<]{3}[0-9A-Z<]{11}\d`,
		Keywords:   []string{"mrz", "machine readable zone", "machine readable", "passport", "mrz line", "mrz code", "passport scan"},
		Verify:     verifyMRZ,
		Samples:    []string{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"},
		Reference:  "ICAO Doc 9303 parts 4 to 6",
	},
	{
		ID: "date_of_birth", Title: "Date of birth", Category: Personal,
		Contextual: `\d{4}[ /.-]\d{1,2}[ /.-]\d{1,2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z?)?|\d{1,2}[ /.-]\d{1,2}[ /.-]\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\d{8}|\d{1,2}(?:st|nd|rd|th|\.)?[ /-](?:of )?[A-Za-z]{3,9}\.?,?[ /-]\d{4}|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}年\d{1,2}月\d{1,2}日`,
		Keywords: []string{
			"dob", "d o b", "dobs", "date of birth", "birth date", "birthdate", "birthday", "bday", "b day", "born", "born on", "birth day",
			"birth dt", "patient dob", "geburtsdatum", "geboren", "geb datum", "geb am", "geburtstag", "date de naissance", "né le", "née le",
			"naissance", "fecha de nacimiento", "fecha nacimiento", "nacido", "nacida", "data di nascita", "nato il", "nata il", "data de nascimento",
			"nascimento", "nascido em", "geboortedatum", "geboren op", "födelsedatum", "född", "fødselsdato", "født", "syntymäaika", "syntynyt",
			"data urodzenia", "urodzony", "datum narození", "narozen", "születési dátum", "született", "data nașterii", "rođen", "datum rođenja",
			"doğum tarihi", "tanggal lahir", "tarikh lahir", "ngày sinh", "дата рождения", "родился", "дата народження", "ημερομηνία γέννησης",
			"生年月日", "出生日期", "出生年月日", "생년월일", "วันเกิด", "تاريخ الميلاد", "תאריך לידה", "जन्म तिथि",
		},
		Verify: verifyBirthDate,
	},
	{
		ID: "age", Title: "Age of a person", Category: Personal,
		Contextual: `\d{1,3}`,
		Keywords: []string{
			"age", "aged", "patient age", "customer age", "user age", "member age", "employee age", "age of patient", "age in years", "age years",
			"alter des patienten", "años de edad", "edad", "idade", "età", "leeftijd", "ålder", "возраст",
		},
		Verify: verifyAge,
	},
	{
		ID: "gps_coordinates", Title: "Geographic coordinates", Category: Personal,
		Pattern:    `-?\d{1,2}\.\d{4},-?\d{1,3}\.\d{4}|-?\d{2}\.\d{5}, ?-?\d{1,3}\.\d{5}|-?\d{2}\.\d{6}, ?-?\d{1,3}\.\d{6}|-?\d{2}\.\d{7}, ?-?\d{1,3}\.\d{7}|-?\d\.\d{6}, ?-?\d{1,3}\.\d{6}|-?\d\.\d{7}, ?-?\d{1,3}\.\d{7}`,
		Contextual: `[+-]?\d{1,3}\.\d{4,12}(?:, ?[+-]?\d{1,3}\.\d{4,12})?|\d{1,3}° ?\d{1,2}' ?\d{1,2}(?:\.\d{1,4})?" ?[NSEW]`,
		Keywords: []string{
			"latitude", "longitude", "latlng", "lat lng", "lat lon", "lat long", "coordinate", "coordinates", "coords", "gps", "geolocation",
			"geo location", "geo point", "gps location", "home location", "last location", "breitengrad", "längengrad", "coordenadas", "latitud",
			"longitud", "coordonnées", "coordinate geografiche", "緯度", "経度", "经度", "纬度", "위도", "경도", "широта", "долгота",
		},
		Verify:    verifyCoordinates,
		Reference: "ISO 6709",
	},
	{
		ID: "national_id", Title: "National identity number", Category: Personal,
		Contextual: `(?i)(?:[A-Z]{1,4}[ -]?)?\d{6,14}[A-Z]?`,
		Keywords: []string{
			"national id", "national id number", "national id no", "national identity number", "national identity card",
			"national identification number", "national identifier", "government id", "government id number", "govt id", "gov id",
			"identity card number", "identity card no", "citizen id", "citizen id number", "identity document number", "national registration number",
			"civil id number", "document d identité", "documento de identidad", "documento di identità", "documento de identidade",
		},
		Verify: verifyPassport,
	},
	{
		ID: "person_name", Title: "Name of a person", Category: Personal,
		Contextual: `[A-Z][a-z]{1,15}(?: [A-Z]\.?)?(?:[ -][A-Z][a-z\'-]{1,20}){1,2}`,
		Keywords: []string{
			"owner", "name", "full name", "created by", "contact", "contact name", "author", "assignee", "assigned to", "reported by", "requested by",
			"approved by", "submitted by", "updated by", "modified by", "signed by", "patient", "customer", "client name", "employee", "cardholder",
			"account holder", "beneficiary", "applicant", "manager",
		},
		Fields: []string{
			"first name", "firstname", "given name", "givenname", "forename", "vorname", "prénom", "nombre de pila", "nome próprio", "voornaam",
			"förnamn", "fornavn", "etunimi", "imię", "keresztnév", "имя", "last name", "lastname", "surname", "family name", "familyname",
			"maiden name", "middle name", "nachname", "familienname", "nom de famille", "apellido", "apellidos", "cognome", "sobrenome", "achternaam",
			"efternamn", "etternavn", "sukunimi", "nazwisko", "vezetéknév", "фамилия", "отчество", "full name", "fullname", "person name",
			"customer name", "patient name", "employee name", "cardholder name", "card holder name", "name on card", "account holder name",
			"holder name", "contact name", "contact person", "legal guardian", "next of kin", "emergency contact name", "mothers maiden name",
			"mother s maiden name", "spouse name", "student name", "guest name", "passenger name", "recipient name", "display name", "real name",
			"beneficiary name",
		},
		Verify: verifyPersonName,
		hints:  true,
	},
	{
		ID: "street_address", Title: "Street address", Category: Personal,
		Contextual: `\d{1,6}[A-Za-z]?(?: [0-9A-Z][0-9A-Za-z\'.-]*){2,5}`,
		Keywords: []string{
			"address", "home address", "billing address", "shipping address", "mailing address", "postal address", "street address",
			"residential address", "delivery address", "property address", "lives at", "resides at", "residing at", "located at", "addr",
		},
		Fields: []string{
			"home address", "billing address", "shipping address", "mailing address", "postal address", "street address", "residential address",
			"residence address", "delivery address", "street", "street name", "address line", "addressline", "straße", "strasse", "anschrift",
			"wohnadresse", "rue", "adresse postale", "calle", "domicilio", "dirección postal", "endereço", "via indirizzo", "indirizzo", "straat",
			"adres", "gatuadress", "住所", "地址", "주소", "адрес",
		},
		Verify: verifyStreetAddress,
		hints:  true,
	},
	{
		ID: "username", Title: "User name", Category: Personal,
		Fields: []string{
			"user", "username", "user name", "login", "login name", "loginid", "login id", "uid", "principal", "user id", "userid", "account name",
			"screen name", "nickname", "benutzername", "nom d utilisateur", "identifiant", "nombre de usuario", "usuario", "utente", "nome utente",
			"gebruikersnaam", "användarnamn", "用户名", "ユーザー名", "имя пользователя",
		},
	},
	{
		ID: "demographics", Title: "Demographic trait", Category: Personal,
		Fields: []string{
			"gender", "gender identity", "sex", "sexual orientation", "ethnicity", "ethnic group", "ethnic origin", "race", "racial origin",
			"religion", "religious affiliation", "faith", "political party", "political affiliation", "political opinion", "marital status",
			"civil status", "trade union", "union membership", "nationality", "disability", "disability status", "veteran status",
			"immigration status", "caste", "geschlecht", "familienstand", "religionszugehörigkeit", "sexe", "état civil", "género", "sexo",
			"estado civil", "etnia", "religión", "genere", "stato civile", "性别", "性別", "пол",
		},
	},
	{
		ID: "employee_or_student_id", Title: "Employee or student number", Category: Personal,
		Fields: []string{
			"employee id", "employee number", "employee no", "employeeid", "emp id", "emp no", "emp number", "empno", "staff id", "staff number",
			"staff no", "personnel number", "personnel no", "personnel id", "payroll number", "payroll id", "worker id", "badge number", "badge id",
			"student id", "student number", "student no", "studentid", "matriculation number", "matrikelnummer", "personalnummer",
			"mitarbeiternummer", "matricule", "numéro étudiant", "numéro d employé", "número de empleado", "número de estudiante", "matricola",
			"studentnummer", "personeelsnummer", "ansattnummer", "学号", "工号", "社員番号", "学籍番号",
		},
	},
}
