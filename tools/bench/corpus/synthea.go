package corpus

// Synthea is what is known of a patient, in FHIR, indented: wide structs that
// are nested deeply and most of whose fields are absent. Name, type and
// total of a [Resource] are of another type from one resource to the
// next, and are stepped over.
//
//derive:serialize,deserialize rename_all=camelCase
type Synthea struct {
	ResourceType string  `json:"resourceType"`
	Type         string  `json:"type"`
	Entry        []Entry `json:"entry"`
}

//derive:serialize,deserialize rename_all=camelCase
type Entry struct {
	FullURL  string   `json:"fullUrl"`
	Resource Resource `json:"resource"`
	Request  Request  `json:"request"`
}

//derive:serialize,deserialize rename_all=camelCase
type Resource struct {
	ResourceType              string              `json:"resourceType"`
	ID                        string              `json:"id"`
	Text                      *Text               `json:"text,omitempty" serde:"skip_empty"`
	Extension                 []Extension         `json:"extension,omitempty" serde:"skip_empty"`
	Identifier                []Identifier        `json:"identifier,omitempty" serde:"skip_empty"`
	Telecom                   []Contact           `json:"telecom,omitempty" serde:"skip_empty"`
	Gender                    string              `json:"gender,omitempty" serde:"skip_empty"`
	BirthDate                 string              `json:"birthDate,omitempty" serde:"skip_empty"`
	DeceasedDateTime          string              `json:"deceasedDateTime,omitempty" serde:"skip_empty"`
	Address                   []Address           `json:"address,omitempty" serde:"skip_empty"`
	MaritalStatus             *Concept            `json:"maritalStatus,omitempty" serde:"skip_empty"`
	MultipleBirthBoolean      *bool               `json:"multipleBirthBoolean,omitempty" serde:"skip_empty"`
	Communication             []Communication     `json:"communication,omitempty" serde:"skip_empty"`
	Active                    *bool               `json:"active,omitempty" serde:"skip_empty"`
	Status                    string              `json:"status,omitempty" serde:"skip_empty"`
	Class                     *Coding             `json:"class,omitempty" serde:"skip_empty"`
	Subject                   *Reference          `json:"subject,omitempty" serde:"skip_empty"`
	Participant               []Participant       `json:"participant,omitempty" serde:"skip_empty"`
	Period                    *Period             `json:"period,omitempty" serde:"skip_empty"`
	ServiceProvider           *Reference          `json:"serviceProvider,omitempty" serde:"skip_empty"`
	ClinicalStatus            *Concept            `json:"clinicalStatus,omitempty" serde:"skip_empty"`
	VerificationStatus        *Concept            `json:"verificationStatus,omitempty" serde:"skip_empty"`
	Code                      *Concept            `json:"code,omitempty" serde:"skip_empty"`
	Encounter                 *Reference          `json:"encounter,omitempty" serde:"skip_empty"`
	OnsetDateTime             string              `json:"onsetDateTime,omitempty" serde:"skip_empty"`
	RecordedDate              string              `json:"recordedDate,omitempty" serde:"skip_empty"`
	Use                       string              `json:"use,omitempty" serde:"skip_empty"`
	Patient                   *Reference          `json:"patient,omitempty" serde:"skip_empty"`
	BillablePeriod            *Period             `json:"billablePeriod,omitempty" serde:"skip_empty"`
	Created                   string              `json:"created,omitempty" serde:"skip_empty"`
	Provider                  *Reference          `json:"provider,omitempty" serde:"skip_empty"`
	Priority                  *Concept            `json:"priority,omitempty" serde:"skip_empty"`
	Diagnosis                 []Diagnosis         `json:"diagnosis,omitempty" serde:"skip_empty"`
	Insurance                 []Insurance         `json:"insurance,omitempty" serde:"skip_empty"`
	Item                      []Item              `json:"item,omitempty" serde:"skip_empty"`
	Contained                 []Contained         `json:"contained,omitempty" serde:"skip_empty"`
	Insurer                   *Reference          `json:"insurer,omitempty" serde:"skip_empty"`
	Referral                  *Reference          `json:"referral,omitempty" serde:"skip_empty"`
	Claim                     *Reference          `json:"claim,omitempty" serde:"skip_empty"`
	Outcome                   string              `json:"outcome,omitempty" serde:"skip_empty"`
	CareTeam                  []CareTeam          `json:"careTeam,omitempty" serde:"skip_empty"`
	Payment                   *Payment            `json:"payment,omitempty" serde:"skip_empty"`
	ReasonCode                []Concept           `json:"reasonCode,omitempty" serde:"skip_empty"`
	ManagingOrganization      []Reference         `json:"managingOrganization,omitempty" serde:"skip_empty"`
	Intent                    string              `json:"intent,omitempty" serde:"skip_empty"`
	Category                  []Concept           `json:"category,omitempty" serde:"skip_empty"`
	Addresses                 []Reference         `json:"addresses,omitempty" serde:"skip_empty"`
	Activity                  []Activity          `json:"activity,omitempty" serde:"skip_empty"`
	MedicationCodeableConcept *Concept            `json:"medicationCodeableConcept,omitempty" serde:"skip_empty"`
	AuthoredOn                string              `json:"authoredOn,omitempty" serde:"skip_empty"`
	Requester                 *Reference          `json:"requester,omitempty" serde:"skip_empty"`
	ReasonReference           []Reference         `json:"reasonReference,omitempty" serde:"skip_empty"`
	Prescription              *Reference          `json:"prescription,omitempty" serde:"skip_empty"`
	LifecycleStatus           string              `json:"lifecycleStatus,omitempty" serde:"skip_empty"`
	AchievementStatus         *Concept            `json:"achievementStatus,omitempty" serde:"skip_empty"`
	Description               *Concept            `json:"description,omitempty" serde:"skip_empty"`
	Goal                      []Reference         `json:"goal,omitempty" serde:"skip_empty"`
	AbatementDateTime         string              `json:"abatementDateTime,omitempty" serde:"skip_empty"`
	EffectiveDateTime         string              `json:"effectiveDateTime,omitempty" serde:"skip_empty"`
	Issued                    string              `json:"issued,omitempty" serde:"skip_empty"`
	ValueQuantity             *Quantity           `json:"valueQuantity,omitempty" serde:"skip_empty"`
	PerformedPeriod           *Period             `json:"performedPeriod,omitempty" serde:"skip_empty"`
	DosageInstruction         []DosageInstruction `json:"dosageInstruction,omitempty" serde:"skip_empty"`
	Started                   string              `json:"started,omitempty" serde:"skip_empty"`
	NumberOfSeries            int64               `json:"numberOfSeries,omitempty" serde:"skip_empty"`
	NumberOfInstances         int64               `json:"numberOfInstances,omitempty" serde:"skip_empty"`
	Series                    []Series            `json:"series,omitempty" serde:"skip_empty"`
	Procedure                 []Procedure         `json:"procedure,omitempty" serde:"skip_empty"`
	VaccineCode               *Concept            `json:"vaccineCode,omitempty" serde:"skip_empty"`
	OccurrenceDateTime        string              `json:"occurrenceDateTime,omitempty" serde:"skip_empty"`
	PrimarySource             *bool               `json:"primarySource,omitempty" serde:"skip_empty"`
	SupportingInfo            []SupportingInfo    `json:"supportingInfo,omitempty" serde:"skip_empty"`
	Component                 []Component         `json:"component,omitempty" serde:"skip_empty"`
	ValueCodeableConcept      *Concept            `json:"valueCodeableConcept,omitempty" serde:"skip_empty"`
	Result                    []Reference         `json:"result,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Text struct {
	Status string `json:"status"`
	Div    string `json:"div"`
}

//derive:serialize,deserialize rename_all=camelCase
type Extension struct {
	URL          string      `json:"url"`
	Extension    []Extension `json:"extension,omitempty" serde:"skip_empty"`
	ValueCoding  *Coding     `json:"valueCoding,omitempty" serde:"skip_empty"`
	ValueString  string      `json:"valueString,omitempty" serde:"skip_empty"`
	ValueCode    string      `json:"valueCode,omitempty" serde:"skip_empty"`
	ValueAddress *Address    `json:"valueAddress,omitempty" serde:"skip_empty"`
	ValueDecimal float64     `json:"valueDecimal,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Coding struct {
	System  string `json:"system"`
	Code    string `json:"code"`
	Display string `json:"display,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Address struct {
	City       string      `json:"city"`
	State      string      `json:"state"`
	Country    string      `json:"country"`
	Extension  []Extension `json:"extension,omitempty" serde:"skip_empty"`
	Line       []string    `json:"line,omitempty" serde:"skip_empty"`
	PostalCode string      `json:"postalCode,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Identifier struct {
	System string   `json:"system"`
	Value  string   `json:"value"`
	Type   *Concept `json:"type,omitempty" serde:"skip_empty"`
	Use    string   `json:"use,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Concept struct {
	Coding []Coding `json:"coding,omitempty" serde:"skip_empty"`
	Text   string   `json:"text,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Contact struct {
	System string `json:"system"`
	Value  string `json:"value"`
	Use    string `json:"use,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Communication struct {
	Language Concept `json:"language"`
}

//derive:serialize,deserialize rename_all=camelCase
type Request struct {
	Method string `json:"method"`
	URL    string `json:"url"`
}

//derive:serialize,deserialize rename_all=camelCase
type Reference struct {
	Reference string `json:"reference,omitempty" serde:"skip_empty"`
	Display   string `json:"display,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Participant struct {
	Individual *Reference `json:"individual,omitempty" serde:"skip_empty"`
	Role       []Concept  `json:"role,omitempty" serde:"skip_empty"`
	Member     *Reference `json:"member,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Period struct {
	Start string `json:"start"`
	End   string `json:"end,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Diagnosis struct {
	Sequence           int64     `json:"sequence"`
	DiagnosisReference Reference `json:"diagnosisReference"`
	Type               []Concept `json:"type,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Insurance struct {
	Sequence int64     `json:"sequence,omitempty" serde:"skip_empty"`
	Focal    bool      `json:"focal"`
	Coverage Reference `json:"coverage"`
}

//derive:serialize,deserialize rename_all=camelCase
type Item struct {
	Sequence                int64          `json:"sequence"`
	ProductOrService        Concept        `json:"productOrService"`
	Encounter               []Reference    `json:"encounter,omitempty" serde:"skip_empty"`
	DiagnosisSequence       []int64        `json:"diagnosisSequence,omitempty" serde:"skip_empty"`
	Category                *Concept       `json:"category,omitempty" serde:"skip_empty"`
	ServicedPeriod          *Period        `json:"servicedPeriod,omitempty" serde:"skip_empty"`
	LocationCodeableConcept *Concept       `json:"locationCodeableConcept,omitempty" serde:"skip_empty"`
	ProcedureSequence       []int64        `json:"procedureSequence,omitempty" serde:"skip_empty"`
	Net                     *Money         `json:"net,omitempty" serde:"skip_empty"`
	Adjudication            []Adjudication `json:"adjudication,omitempty" serde:"skip_empty"`
	InformationSequence     []int64        `json:"informationSequence,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Contained struct {
	ResourceType string      `json:"resourceType"`
	ID           string      `json:"id"`
	Status       string      `json:"status"`
	Intent       string      `json:"intent,omitempty" serde:"skip_empty"`
	Subject      *Reference  `json:"subject,omitempty" serde:"skip_empty"`
	Requester    *Reference  `json:"requester,omitempty" serde:"skip_empty"`
	Performer    []Reference `json:"performer,omitempty" serde:"skip_empty"`
	Type         *Concept    `json:"type,omitempty" serde:"skip_empty"`
	Beneficiary  *Reference  `json:"beneficiary,omitempty" serde:"skip_empty"`
	Payor        []Reference `json:"payor,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type CareTeam struct {
	Sequence  int64      `json:"sequence,omitempty" serde:"skip_empty"`
	Provider  *Reference `json:"provider,omitempty" serde:"skip_empty"`
	Role      *Concept   `json:"role,omitempty" serde:"skip_empty"`
	Reference string     `json:"reference,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Money struct {
	Value    float64 `json:"value"`
	Currency string  `json:"currency"`
}

//derive:serialize,deserialize rename_all=camelCase
type Payment struct {
	Amount Money `json:"amount"`
}

//derive:serialize,deserialize rename_all=camelCase
type Activity struct {
	Detail Detail `json:"detail"`
}

//derive:serialize,deserialize rename_all=camelCase
type Detail struct {
	Code     Concept   `json:"code"`
	Status   string    `json:"status"`
	Location Reference `json:"location"`
}

//derive:serialize,deserialize rename_all=camelCase
type Quantity struct {
	Value  float64 `json:"value"`
	Unit   string  `json:"unit,omitempty" serde:"skip_empty"`
	System string  `json:"system,omitempty" serde:"skip_empty"`
	Code   string  `json:"code,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type DosageInstruction struct {
	Sequence        int64         `json:"sequence"`
	Timing          *Timing       `json:"timing,omitempty" serde:"skip_empty"`
	AsNeededBoolean bool          `json:"asNeededBoolean"`
	DoseAndRate     []DoseAndRate `json:"doseAndRate,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type Timing struct {
	Repeat Repeat `json:"repeat"`
}

//derive:serialize,deserialize rename_all=camelCase
type Repeat struct {
	Frequency  int64   `json:"frequency"`
	Period     float64 `json:"period"`
	PeriodUnit string  `json:"periodUnit"`
}

//derive:serialize,deserialize rename_all=camelCase
type DoseAndRate struct {
	Type         Concept  `json:"type"`
	DoseQuantity Quantity `json:"doseQuantity"`
}

//derive:serialize,deserialize rename_all=camelCase
type Series struct {
	UID               string     `json:"uid"`
	Number            int64      `json:"number"`
	Modality          Coding     `json:"modality"`
	NumberOfInstances int64      `json:"numberOfInstances"`
	BodySite          Coding     `json:"bodySite"`
	Started           string     `json:"started"`
	Instance          []Instance `json:"instance"`
}

//derive:serialize,deserialize rename_all=camelCase
type Instance struct {
	UID      string `json:"uid"`
	SopClass Coding `json:"sopClass"`
	Number   int64  `json:"number"`
	Title    string `json:"title"`
}

//derive:serialize,deserialize rename_all=camelCase
type Procedure struct {
	Sequence           int64     `json:"sequence"`
	ProcedureReference Reference `json:"procedureReference"`
}

//derive:serialize,deserialize rename_all=camelCase
type Adjudication struct {
	Category Concept `json:"category"`
	Amount   *Money  `json:"amount,omitempty" serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=camelCase
type SupportingInfo struct {
	Sequence       int64     `json:"sequence"`
	Category       Concept   `json:"category"`
	ValueReference Reference `json:"valueReference"`
}

//derive:serialize,deserialize rename_all=camelCase
type Component struct {
	Code          Concept  `json:"code"`
	ValueQuantity Quantity `json:"valueQuantity"`
}
