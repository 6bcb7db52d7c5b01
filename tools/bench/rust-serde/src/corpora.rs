//! The types of package corpus, by serde's derive.
#![allow(dead_code)]

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

fn is_zero(n: &i64) -> bool {
    *n == 0
}

fn is_zero_float(n: &f64) -> bool {
    *n == 0.0
}

pub mod twitter {
    use super::*;

    #[derive(Serialize, Deserialize)]
    pub struct Twitter {
        pub statuses: Vec<Status>,
        pub search_metadata: SearchMetadata,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Status {
        pub metadata: Metadata,
        pub created_at: String,
        pub id: i64,
        pub id_str: String,
        pub text: String,
        pub source: String,
        pub truncated: bool,
        pub in_reply_to_status_id: Option<i64>,
        pub in_reply_to_status_id_str: Option<String>,
        pub in_reply_to_user_id: Option<i64>,
        pub in_reply_to_user_id_str: Option<String>,
        pub in_reply_to_screen_name: Option<String>,
        pub user: User,
        pub geo: Option<String>,
        pub coordinates: Option<String>,
        pub place: Option<String>,
        pub contributors: Option<String>,
        pub retweet_count: i64,
        pub favorite_count: i64,
        pub entities: Entities,
        pub favorited: bool,
        pub retweeted: bool,
        pub lang: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub retweeted_status: Option<Box<Status>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub possibly_sensitive: Option<bool>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Metadata {
        pub result_type: String,
        pub iso_language_code: String,
    }

    #[derive(Serialize, Deserialize)]
    pub struct User {
        pub id: i64,
        pub id_str: String,
        pub name: String,
        pub screen_name: String,
        pub location: String,
        pub description: String,
        pub url: Option<String>,
        pub entities: UserEntities,
        pub protected: bool,
        pub followers_count: i64,
        pub friends_count: i64,
        pub listed_count: i64,
        pub created_at: String,
        pub favourites_count: i64,
        pub utc_offset: Option<i64>,
        pub time_zone: Option<String>,
        pub geo_enabled: bool,
        pub verified: bool,
        pub statuses_count: i64,
        pub lang: String,
        pub contributors_enabled: bool,
        pub is_translator: bool,
        pub is_translation_enabled: bool,
        pub profile_background_color: String,
        pub profile_background_image_url: String,
        pub profile_background_image_url_https: String,
        pub profile_background_tile: bool,
        pub profile_image_url: String,
        pub profile_image_url_https: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub profile_banner_url: String,
        pub profile_link_color: String,
        pub profile_sidebar_border_color: String,
        pub profile_sidebar_fill_color: String,
        pub profile_text_color: String,
        pub profile_use_background_image: bool,
        pub default_profile: bool,
        pub default_profile_image: bool,
        pub following: bool,
        pub follow_request_sent: bool,
        pub notifications: bool,
    }

    #[derive(Serialize, Deserialize)]
    pub struct UserEntities {
        pub description: Links,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub url: Option<Links>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Links {
        pub urls: Vec<Link>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Entities {
        pub hashtags: Vec<Hashtag>,
        pub symbols: Vec<Hashtag>,
        pub urls: Vec<Link>,
        pub user_mentions: Vec<Mention>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub media: Vec<Media>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Mention {
        pub screen_name: String,
        pub name: String,
        pub id: i64,
        pub id_str: String,
        pub indices: Vec<i64>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Link {
        pub url: String,
        pub expanded_url: String,
        pub display_url: String,
        pub indices: Vec<i64>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Media {
        pub id: i64,
        pub id_str: String,
        pub indices: Vec<i64>,
        pub media_url: String,
        pub media_url_https: String,
        pub url: String,
        pub display_url: String,
        pub expanded_url: String,
        pub r#type: String,
        pub sizes: HashMap<String, Size>,
        #[serde(default, skip_serializing_if = "is_zero")]
        pub source_status_id: i64,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub source_status_id_str: String,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Size {
        pub w: i64,
        pub h: i64,
        pub resize: String,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Hashtag {
        pub text: String,
        pub indices: Vec<i64>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct SearchMetadata {
        pub completed_in: f64,
        pub max_id: i64,
        pub max_id_str: String,
        pub next_results: String,
        pub query: String,
        pub refresh_url: String,
        pub count: i64,
        pub since_id: i64,
        pub since_id_str: String,
    }
}

pub mod citm {
    use super::*;

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Citm {
        pub area_names: HashMap<String, String>,
        pub audience_sub_category_names: HashMap<String, String>,
        pub block_names: HashMap<String, String>,
        pub events: HashMap<String, Event>,
        pub performances: Vec<Performance>,
        pub seat_category_names: HashMap<String, String>,
        pub sub_topic_names: HashMap<String, String>,
        pub subject_names: HashMap<String, String>,
        pub topic_names: HashMap<String, String>,
        pub topic_sub_topics: HashMap<String, Vec<i64>>,
        pub venue_names: HashMap<String, String>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Event {
        pub description: Option<String>,
        pub id: i64,
        pub logo: Option<String>,
        pub name: String,
        pub sub_topic_ids: Vec<i64>,
        pub subject_code: Option<String>,
        pub subtitle: Option<String>,
        pub topic_ids: Vec<i64>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Performance {
        pub event_id: i64,
        pub id: i64,
        pub logo: Option<String>,
        pub name: Option<String>,
        pub prices: Vec<Price>,
        pub seat_categories: Vec<SeatCategory>,
        pub seat_map_image: Option<String>,
        pub start: i64,
        pub venue_code: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Price {
        pub amount: i64,
        pub audience_sub_category_id: i64,
        pub seat_category_id: i64,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct SeatCategory {
        pub areas: Vec<Area>,
        pub seat_category_id: i64,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Area {
        pub area_id: i64,
        pub block_ids: Vec<i64>,
    }
}

pub mod canada {
    use super::*;

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Canada {
        pub r#type: String,
        pub features: Vec<Feature>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Feature {
        pub r#type: String,
        pub properties: Properties,
        pub geometry: Geometry,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Properties {
        pub name: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Geometry {
        pub r#type: String,
        pub coordinates: Vec<Vec<[f64; 2]>>,
    }
}

pub mod synthea {
    use super::*;

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Synthea {
        pub resource_type: String,
        pub r#type: String,
        pub entry: Vec<Entry>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Entry {
        pub full_url: String,
        pub resource: Resource,
        pub request: Request,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Resource {
        pub resource_type: String,
        pub id: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub extension: Vec<Extension>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub identifier: Vec<Identifier>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub telecom: Vec<Contact>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub gender: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub birth_date: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub deceased_date_time: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub address: Vec<Address>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub marital_status: Option<Concept>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub multiple_birth_boolean: Option<bool>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub communication: Vec<Communication>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub active: Option<bool>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub status: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub class: Option<Coding>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub subject: Option<Reference>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub participant: Vec<Participant>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub period: Option<Period>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub service_provider: Option<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clinical_status: Option<Concept>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub verification_status: Option<Concept>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub code: Option<Concept>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub encounter: Option<Reference>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub onset_date_time: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub recorded_date: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub r#use: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub patient: Option<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub billable_period: Option<Period>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub created: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub provider: Option<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub priority: Option<Concept>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub diagnosis: Vec<Diagnosis>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub insurance: Vec<Insurance>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub item: Vec<Item>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub contained: Vec<Contained>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub insurer: Option<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub referral: Option<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub claim: Option<Reference>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub outcome: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub care_team: Vec<CareTeam>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub payment: Option<Payment>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub reason_code: Vec<Concept>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub managing_organization: Vec<Reference>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub intent: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub category: Vec<Concept>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub addresses: Vec<Reference>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub activity: Vec<Activity>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub medication_codeable_concept: Option<Concept>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub authored_on: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requester: Option<Reference>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub reason_reference: Vec<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub prescription: Option<Reference>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub lifecycle_status: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub achievement_status: Option<Concept>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub description: Option<Concept>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub goal: Vec<Reference>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub abatement_date_time: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub effective_date_time: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub issued: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub value_quantity: Option<Quantity>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub performed_period: Option<Period>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub dosage_instruction: Vec<DosageInstruction>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub started: String,
        #[serde(default, skip_serializing_if = "is_zero")]
        pub number_of_series: i64,
        #[serde(default, skip_serializing_if = "is_zero")]
        pub number_of_instances: i64,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub series: Vec<Series>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub procedure: Vec<Procedure>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub vaccine_code: Option<Concept>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub occurrence_date_time: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub primary_source: Option<bool>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub supporting_info: Vec<SupportingInfo>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub component: Vec<Component>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub value_codeable_concept: Option<Concept>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub result: Vec<Reference>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Text {
        pub status: String,
        pub div: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Extension {
        pub url: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub extension: Vec<Extension>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub value_coding: Option<Coding>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub value_string: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub value_code: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub value_address: Option<Address>,
        #[serde(default, skip_serializing_if = "is_zero_float")]
        pub value_decimal: f64,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Coding {
        pub system: String,
        pub code: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub display: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Address {
        pub city: String,
        pub state: String,
        pub country: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub extension: Vec<Extension>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub line: Vec<String>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub postal_code: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Identifier {
        pub system: String,
        pub value: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub r#type: Option<Concept>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub r#use: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Concept {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub coding: Vec<Coding>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub text: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Contact {
        pub system: String,
        pub value: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub r#use: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Communication {
        pub language: Concept,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Request {
        pub method: String,
        pub url: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Reference {
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub reference: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub display: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Participant {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub individual: Option<Reference>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub role: Vec<Concept>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub member: Option<Reference>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Period {
        pub start: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub end: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Diagnosis {
        pub sequence: i64,
        pub diagnosis_reference: Reference,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub r#type: Vec<Concept>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Insurance {
        #[serde(default, skip_serializing_if = "is_zero")]
        pub sequence: i64,
        pub focal: bool,
        pub coverage: Reference,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Item {
        pub sequence: i64,
        pub product_or_service: Concept,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub encounter: Vec<Reference>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub diagnosis_sequence: Vec<i64>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub category: Option<Concept>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub serviced_period: Option<Period>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub location_codeable_concept: Option<Concept>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub procedure_sequence: Vec<i64>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub net: Option<Money>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub adjudication: Vec<Adjudication>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub information_sequence: Vec<i64>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Contained {
        pub resource_type: String,
        pub id: String,
        pub status: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub intent: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub subject: Option<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requester: Option<Reference>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub performer: Vec<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub r#type: Option<Concept>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub beneficiary: Option<Reference>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub payor: Vec<Reference>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct CareTeam {
        #[serde(default, skip_serializing_if = "is_zero")]
        pub sequence: i64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub provider: Option<Reference>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub role: Option<Concept>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub reference: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Money {
        pub value: f64,
        pub currency: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Payment {
        pub amount: Money,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Activity {
        pub detail: Detail,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Detail {
        pub code: Concept,
        pub status: String,
        pub location: Reference,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Quantity {
        pub value: f64,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub unit: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub system: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub code: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct DosageInstruction {
        pub sequence: i64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub timing: Option<Timing>,
        pub as_needed_boolean: bool,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub dose_and_rate: Vec<DoseAndRate>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Timing {
        pub repeat: Repeat,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Repeat {
        pub frequency: i64,
        pub period: f64,
        pub period_unit: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct DoseAndRate {
        pub r#type: Concept,
        pub dose_quantity: Quantity,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Series {
        pub uid: String,
        pub number: i64,
        pub modality: Coding,
        pub number_of_instances: i64,
        pub body_site: Coding,
        pub started: String,
        pub instance: Vec<Instance>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Instance {
        pub uid: String,
        pub sop_class: Coding,
        pub number: i64,
        pub title: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Procedure {
        pub sequence: i64,
        pub procedure_reference: Reference,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Adjudication {
        pub category: Concept,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct SupportingInfo {
        pub sequence: i64,
        pub category: Concept,
        pub value_reference: Reference,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Component {
        pub code: Concept,
        pub value_quantity: Quantity,
    }
}
pub mod orders {
    use super::*;

    #[derive(Serialize, Deserialize)]
    pub struct Orders {
        pub orders: Vec<Order>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Order {
        pub id: i64,
        pub placed: String,
        pub status: String,
        pub customer: Customer,
        pub items: Vec<Product>,
        pub total: f64,
        pub paid: bool,
        pub note: Option<String>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Customer {
        pub id: i64,
        pub name: String,
        pub email: String,
        pub tags: Vec<String>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Product {
        pub sku: String,
        pub title: String,
        pub price: f64,
        pub count: i64,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Person {
        pub name: String,
        pub age: i64,
        pub email: String,
        pub tags: Vec<String>,
        pub admin: bool,
    }
}
