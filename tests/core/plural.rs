//! Plural categories against ICU4X.

use frise::i18n::{Plural, plural};
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};

fn agrees_with_icu(lang: &str, cldr: &str) {
    let rules = PluralRules::try_new_cardinal(cldr.parse::<Locale>().unwrap().into()).unwrap();
    let millions = (1..=50).map(|n| n * 1_000_000);
    let large = [999_999, 1_000_001, 1_500_000, 2_000_001, 1_000_000_000, 4_294_967_295, 1_000_000_000_000];
    for n in (0..=2_000).chain(millions).chain(large) {
        let ours = match plural(lang, n) {
            Plural::One => PluralCategory::One,
            Plural::Many => PluralCategory::Many,
            Plural::Other => PluralCategory::Other,
        };
        assert_eq!(ours, rules.category_for(n), "{n} in {lang}");
    }
}

#[test]
fn french_plurals_are_those_of_cldr() {
    agrees_with_icu("fr", "fr");
    agrees_with_icu("fr-BE", "fr-BE");
}

#[test]
fn english_plurals_are_those_of_cldr() {
    agrees_with_icu("en", "en-GB");
}

#[test]
fn a_language_without_a_rule_counts_as_english_does() {
    assert_eq!([0, 1, 2, 1_000_000].map(|n| plural("qaa", n)), [0, 1, 2, 1_000_000].map(|n| plural("en", n)));
}
