//! One note: its revisions, and which of them are shown.

use super::hash::Hash;
use crate::order;

/// What tells a note from all others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteKey {
    /// Id of the question.
    pub question: String,
    /// Id of the note, made at random where it was written.
    pub id: String,
}

impl NoteKey {
    /// As one text.
    pub fn to_text(&self) -> String {
        format!("{}/{}", self.question, self.id)
    }

    /// Reads what [`NoteKey::to_text`] wrote: an id has no slash.
    pub fn from_text(text: &str) -> Option<Self> {
        let (question, id) = text.rsplit_once('/')?;
        Some(Self { question: question.to_owned(), id: id.to_owned() })
    }
}

/// A note as it was at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Of all that follows but `is_draft`, and of the note's key.
    pub hash: Hash,
    /// The revisions that this one was written over, in order, each once.
    pub replaces: Vec<Hash>,
    /// When it was written: UTC, `2017-09-21T10:00:00.000Z`.
    pub at: String,
    /// Table or author; may be empty.
    pub label: String,
    /// The note.
    pub text: String,
    /// It has never left this device: writing on takes its place instead of making it history.
    pub is_draft: bool,
}

impl Revision {
    /// A revision of a note, with its hash.
    pub fn new(key: &NoteKey, replaces: Vec<Hash>, at: String, label: String, text: String) -> Self {
        let mut replaces = sorted(replaces.into_iter());
        replaces.dedup();
        let hash = Self::hash_of(key, &replaces, &at, &label, &text);
        Self { hash, replaces, at, label, text, is_draft: false }
    }

    /// The hash that a revision with this content has.
    fn hash_of(key: &NoteKey, replaces: &[Hash], at: &str, label: &str, text: &str) -> Hash {
        let replaced: Vec<String> = replaces.iter().map(Hash::to_string).collect();
        let own = [&key.question, &key.id, at, label, text];
        Hash::of(own.into_iter().chain(replaced.iter().map(String::as_str)))
    }
}

fn sorted(hashes: impl Iterator<Item = Hash>) -> Vec<Hash> {
    let mut hashes: Vec<Hash> = hashes.collect();
    order::sort_by(&mut hashes, &Hash::cmp);
    hashes
}

/// A note with its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What tells it from all others.
    pub key: NoteKey,
    /// By hash, each once.
    revisions: Vec<Revision>,
}

/// What writing does to a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Drafts that make way.
    pub removed: Vec<Hash>,
    /// What was written.
    pub added: Revision,
}

impl Change {
    /// Adds one that was written after these. A draft that the next one takes out again was never there.
    pub fn push(changes: &mut Vec<Change>, mut next: Change) {
        if let Some(last) = changes.pop_if(|last| next.removed.contains(&last.added.hash)) {
            next.removed.retain(|hash| *hash != last.added.hash);
            next.removed.extend(last.removed);
        }
        changes.push(next);
    }
}

impl Note {
    /// A note without revisions: it shows nothing.
    pub fn new(key: NoteKey) -> Self {
        Self { key, revisions: Vec::new() }
    }

    /// Its revisions, by hash.
    pub fn revisions(&self) -> &[Revision] {
        &self.revisions
    }

    /// The revision with that hash.
    pub fn revision(&self, hash: Hash) -> Option<&Revision> {
        self.position(hash).ok().and_then(|at| self.revisions.get(at))
    }

    fn position(&self, hash: Hash) -> Result<usize, usize> {
        self.revisions.binary_search_by(|revision| revision.hash.cmp(&hash))
    }

    /// The revisions that no other one replaces, oldest first: what is shown. More than one where two were
    /// written apart; none only where there are no revisions at all.
    pub fn heads(&self) -> Vec<&Revision> {
        // As nearly all notes are: nothing can replace the only one.
        if let [only] = self.revisions.as_slice() {
            return vec![only];
        }
        let replaced = sorted(self.revisions.iter().flat_map(|revision| revision.replaces.iter().copied()));
        let is_head = |revision: &&Revision| replaced.binary_search(&revision.hash).is_err();
        let mut heads: Vec<_> = self.revisions.iter().filter(is_head).collect();
        order::sort_by(&mut heads, &|a, b| (&a.at, a.hash).cmp(&(&b.at, b.hash)));
        heads
    }

    /// It was emptied, but not deleted: nothing that is shown of it says anything.
    pub fn says_nothing(&self) -> bool {
        self.heads().iter().all(|head| head.text.trim().is_empty())
    }

    /// When the note was begun, as far as its revisions know.
    pub fn begun(&self) -> &str {
        self.revisions.iter().map(|revision| revision.at.as_str()).min().unwrap_or_default()
    }

    /// Adds a revision. True if it was not there. What comes from elsewhere is no draft any more.
    pub fn add(&mut self, revision: Revision) -> bool {
        match self.position(revision.hash) {
            Err(at) => {
                self.revisions.insert(at, revision);
                true
            }
            Ok(at) => {
                if let Some(known) = self.revisions.get_mut(at) {
                    known.is_draft &= revision.is_draft;
                }
                false
            }
        }
    }

    /// Adds revisions, in whatever order they come. True if any was not there.
    pub fn add_all(&mut self, revisions: impl IntoIterator<Item = Revision>) -> bool {
        let before = self.revisions.len();
        self.revisions.extend(revisions);
        self.tidy();
        self.revisions.len() > before
    }

    /// Brings revisions in order, each once.
    pub(super) fn tidy(&mut self) {
        // Sorted once: to insert them one by one takes minutes for a file full of them. Of equal ones the
        // known one stays the first.
        self.revisions.sort_by_key(|revision| revision.hash);
        self.revisions.dedup_by(|again, known| {
            let is_known = again.hash == known.hash;
            if is_known {
                known.is_draft &= again.is_draft;
            }
            is_known
        });
    }

    /// Takes out those of its revisions that are among these.
    pub fn forget(&mut self, revisions: &[Hash]) {
        let revisions = sorted(revisions.iter().copied());
        self.revisions.retain(|revision| revisions.binary_search(&revision.hash).is_err());
    }

    /// Adds every revision of another state of the same note. True if any was not there.
    pub fn unite(&mut self, other: Note) -> bool {
        self.add_all(other.revisions)
    }

    /// Takes the revisions of others with the same key. What is made of these is in order again once all of them have
    /// come, and [`Note::tidy`] was called.
    pub(super) fn take_loose(&mut self, other: Note) {
        self.revisions.extend(other.revisions);
    }

    /// What it means to write this in the place of the revisions `over`: drafts among them make way, others
    /// become history. Nothing where it says what the only one of them says already.
    pub fn rewriting(&self, over: &[Hash], at: &str, label: &str, text: &str) -> Option<Change> {
        let mut over = sorted(over.iter().copied());
        over.dedup();
        let known: Vec<&Revision> = over.iter().filter_map(|hash| self.revision(*hash)).collect();
        if let [only] = known.as_slice()
            && (only.label.as_str(), only.text.as_str()) == (label, text)
        {
            return None;
        }
        let mut removed = Vec::new();
        let mut replaces = Vec::new();
        for hash in &over {
            match known.iter().find(|revision| revision.hash == *hash) {
                Some(draft) if draft.is_draft => {
                    removed.push(*hash);
                    replaces.extend(&draft.replaces);
                }
                _ => replaces.push(*hash),
            }
        }
        let added = Revision::new(&self.key, replaces, at.to_owned(), label.to_owned(), text.to_owned());
        Some(Change { removed, added: Revision { is_draft: true, ..added } })
    }

    /// Carries out what [`Note::rewriting`] came to; also on a state that has more than that one knew.
    pub fn apply(&mut self, change: Change) {
        self.revisions.retain(|revision| !(revision.is_draft && change.removed.contains(&revision.hash)));
        self.add(change.added);
    }

    /// From now on writing makes history: what there is has left this device. True if that changes anything.
    pub fn seal(&mut self) -> bool {
        let drafts = self.revisions.iter_mut().filter(|revision| revision.is_draft);
        drafts.map(|draft| draft.is_draft = false).count() > 0
    }

    /// Nothing is written in it, and nothing of it has left this device.
    pub fn is_blank(&self) -> bool {
        self.revisions.iter().all(|revision| revision.is_draft && revision.text.is_empty())
    }
}
