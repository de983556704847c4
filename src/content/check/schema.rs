//! JSON Schemas of the files, generated from their raw shapes: they complete and check the content in an
//! editor, and tell this check what is required and how to describe it.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::json::{Item, Node, Step};
use crate::content::raw;

/// The newest version of the files that this program knows.
pub(super) const VERSION: i64 = 1;

/// The JSON Schemas of `content/schema/`: name of each file and its text.
pub fn schemas() -> Vec<(&'static str, String)> {
    let schemas = [
        ("site.schema.json", of::<raw::Site>()),
        ("timeline.schema.json", of::<raw::Timeline>()),
        ("sources.schema.json", of::<raw::Sources>()),
        ("questions.schema.json", of::<raw::Questions>()),
        ("published-ids.schema.json", of::<raw::PublishedIds>()),
        ("text-site.schema.json", of::<raw::SiteText>()),
        ("text-entries.schema.json", of::<raw::EntriesText>()),
        ("text-sources.schema.json", of::<raw::SourcesText>()),
        ("text-questions.schema.json", of::<raw::QuestionsText>()),
        ("text-ui.schema.json", of::<raw::UiText>()),
        ("text-dates.schema.json", of::<raw::DatesText>()),
    ];
    schemas.into_iter().map(|(name, schema)| (name, format!("{schema:#}\n"))).collect()
}

/// The JSON Schema, as a text, of another file that has a version: notes, for one.
pub fn schema_of<T: JsonSchema>(version: u32) -> String {
    format!("{:#}\n", versioned::<T>(version.into()))
}

/// Path of the schema of a file of the content: `text/fr/ui.json` has `schema/text-ui.schema.json`.
pub(super) fn path_of(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".json");
    format!("schema/{}{name}.schema.json", if file.contains('/') { "text-" } else { "" })
}

/// The schema of a file of the content of that shape.
pub(super) fn of<T: JsonSchema>() -> Value {
    versioned::<T>(VERSION)
}

fn versioned<T: JsonSchema>(version: i64) -> Value {
    // Editors know draft 7 best; without `$ref` the walk below stays simple.
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let settings = settings.with_transform(RecursiveTransform(tidy));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    let schema = std::mem::take(schema.ensure_object());
    let mut root = Map::new();
    for key in ["$schema", "title", "description"] {
        root.extend(schema.get(key).map(|value| (key.to_owned(), value.clone())));
    }
    root.extend(schema);
    let mut fields = Map::new();
    let about = "Where the schema of this file is, for editors.";
    fields.insert("$schema".to_owned(), json!({ "description": about, "type": "string" }));
    let about = format!("The version of the layout of this file, {version}.");
    fields.insert("version".to_owned(), json!({ "description": about, "const": version }));
    if let Some(Value::Object(own)) = root.get_mut("properties") {
        own.shift_remove("version");
        fields.append(own);
        *own = fields;
    }
    let own = root.get_mut("required").and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
    let own = own.into_iter().filter(|name| name != "version");
    root.insert("required".to_owned(), [json!("version")].into_iter().chain(own).collect());
    Value::Object(root)
}

/// Makes of a generated schema one for people. Above all, `Option` in the shapes means that the check
/// reports what is missing, never that `null` may be written.
fn tidy(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    object.remove("format");
    if let Some(Value::String(about)) = object.get_mut("description") {
        *about = about.replace('\n', " ");
    }
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = object.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    let [Value::Object(only)] = choices.as_slice() else { return };
    // The description of the field says more than that of its type.
    let (only, own) = (only.clone(), std::mem::take(object));
    object.extend(only);
    object.extend(own.into_iter().filter(|(key, _)| key != "anyOf"));
}

/// Calls `missing` with the steps to each field that the schema requires and the tree lacks, and with
/// what the schema says of it.
pub(super) fn required(schema: &Value, node: &Node, trail: &mut Vec<Step>, missing: &mut impl FnMut(&[Step], &str)) {
    let mut enter = |step: Step, schema: Option<&Value>, node: &Node| {
        let Some(schema) = schema else { return };
        trail.push(step);
        required(schema, node, trail, missing);
        trail.pop();
    };
    match &node.item {
        Item::Leaf(_) => {}
        Item::List(elements) => {
            for (index, element) in elements.iter().enumerate() {
                enter(index.into(), schema.get("items"), element);
            }
        }
        Item::Object(fields) => {
            let properties = schema.get("properties");
            for (key, node) in fields {
                let own = properties.and_then(|properties| properties.get(key));
                enter(key.as_str().into(), own.or(schema.get("additionalProperties")), node);
            }
            for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
                let Some(name) = name.as_str().filter(|name| !fields.iter().any(|(key, _)| key == name)) else {
                    continue;
                };
                let about = properties.and_then(|properties| properties.get(name)?.get("description")?.as_str());
                trail.push(name.into());
                missing(trail, about.unwrap_or_default());
                trail.pop();
            }
        }
    }
}
