//! Our JSON reader against serde_json.

use frise::content::{Json, SyntaxError};
use proptest::prelude::*;
use serde_json::Value;

/// Both readers' trees as one form.
fn same(json: &Json, value: &Value) -> bool {
    match (json, value) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(a), Value::Bool(b)) => a == b,
        // serde_json reads long decimals to within a few units in the last place.
        (Json::Number(a), Value::Number(b)) => match (a.parse::<f64>(), b.as_f64()) {
            // Below the least normal number the last place is all there is.
            (Ok(a), Some(b)) => a == b || (a - b).abs() <= 1e-12 * b.abs().max(f64::MIN_POSITIVE),
            _ => false,
        },
        (Json::Text(a), Value::String(b)) => a == b,
        (Json::List(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Json::Object(a), Value::Object(b)) => {
            // The last field of a name counts.
            a.iter().all(|(name, _)| b.contains_key(name))
                && b.iter().all(|(name, value)| {
                    a.iter().rev().find(|(other, _)| other == name).is_some_and(|(_, json)| same(json, value))
                })
        }
        _ => false,
    }
}

fn agrees(text: &str) -> bool {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(json), Ok(value)) => same(&json, &value),
        (Err(_), Err(_)) => true,
        // A number too large for a float is still a number as it is written.
        (Ok(_), Err(error)) => error.to_string().contains("number out of range"),
        (Err(_), Ok(_)) => false,
    }
}

#[test]
fn it_reads_what_serde_json_reads_and_refuses_what_it_refuses() {
    let texts = [
        "",
        " ",
        "null",
        "true",
        "falsey",
        "nul",
        "0",
        "-0",
        "-",
        "01",
        "1.",
        ".5",
        "1.5e3",
        "1e+",
        "1E-2",
        "+1",
        "\"\"",
        "\"a\\n\\u00e9\\ud83d\\ude00\\/\"",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\udc00\"",
        "\"\\x\"",
        "\"a\nb\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"é\"",
        "[]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1, 2]",
        "{}",
        "{\"a\":1}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":{\"b\":[null,{}]}}",
        "{\"a\":1,\"a\":2}",
        "[1] x",
        "\u{feff}1",
        "[1]\n",
        "\u{a0}1",
    ];
    for text in texts {
        assert!(agrees(text), "{text:?}: {:?}", Json::parse(text));
    }
}

#[test]
fn numbers_agree_up_to_the_last_bits_and_no_further() {
    for text in
        ["4.6557162055549183e+288", "1.7976931348623157e-312", "2.2250738585072011e-308", "5e-324", "0e-1", "-0.0"]
    {
        assert!(agrees(text), "{text}");
    }
    let other = |text| serde_json::from_str::<Value>(text).unwrap();
    for (a, b) in [
        ("1.5", "1.6"),
        ("1", "1.00000000001"),
        ("1e300", "-1e300"),
        ("0", "1e-300"),
        ("9007199254740993", "9007199255740993"),
    ] {
        assert!(!same(&Json::parse(a).unwrap(), &other(b)), "{a} {b}");
        assert!(agrees(a) && agrees(b), "{a} {b}");
    }
}

#[test]
fn an_error_has_line_and_column() {
    assert_eq!(Json::parse("{\n  \"é\": x\n}"), Err(SyntaxError { line: 2, column: 8 }));
    assert_eq!(Json::parse("[1,\n2"), Err(SyntaxError { line: 2, column: 2 }));
}

#[test]
fn nesting_beyond_reason_is_refused() {
    assert!(Json::parse(&format!("{}{}", "[".repeat(64), "]".repeat(64))).is_ok());
    assert!(Json::parse(&"[".repeat(100_000)).is_err());
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("\\PC{0,5}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_serde_json_writes_is_read_back(value in value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        prop_assert!(same(&Json::parse(&text).unwrap(), &value));
    }

    #[test]
    fn whatever_is_done_to_a_text_both_readers_agree(value in value(), at in any::<prop::sample::Index>(), with in "[\\[\\]{}\",:0-9eE+.\\\\-]{0,2}|\\PC") {
        let mut chars: Vec<char> = serde_json::to_string(&value).unwrap().chars().collect();
        let at = at.index(chars.len());
        chars.splice(at..=at, with.chars());
        let text: String = chars.into_iter().collect();
        prop_assert!(agrees(&text), "{text}");
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        prop_assert!(agrees(&text));
    }
}
