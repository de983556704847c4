//! Records that the browser keeps on the device (IndexedDB): texts by key, and marks of what was deleted.
//!
//! Not localStorage: that holds five million characters at most, and stops the page at every write; and only
//! here can a record be read and written with nothing in between, so that two open pages lose nothing of each
//! other.

use std::cell::Cell;
use std::rc::Rc;

use idb::{
    Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStoreParams, Query, Transaction, TransactionMode,
    TransactionResult,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, DomException, MessageEvent};

use super::dom::window;

/// The version of the database's form.
const VERSION: u32 = 1;
const RECORDS: &str = "records";
const DELETED: &str = "deleted";
const STORES: [&str; 2] = [RECORDS, DELETED];

/// Why something could not be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// A newer version of the page has been here.
    Newer,
    /// There is no room.
    Full,
    /// What is kept has not the form that it is made with: it can be read at most.
    Damaged,
    /// The browser does not allow it, or cannot; in its own words.
    Denied(String),
}

/// A record: its key, and its text unless it is none.
pub type Record = (String, Option<String>);

/// What to write.
#[derive(Debug, Default)]
pub struct Writes {
    /// Records to keep under another key too, as they are: from, to.
    pub aside: Vec<(String, String)>,
    /// Records to put in the place of what has their keys.
    pub put: Vec<(String, String)>,
    /// Keys of records to take out.
    pub remove: Vec<String>,
    /// Keys to mark as deleted.
    pub mark: Vec<String>,
    /// Keys that are no longer marked.
    pub unmark: Vec<String>,
}

/// An open database.
pub struct Store {
    database: Database,
    /// Whether somebody still wants to hear of it.
    is_wanted: Rc<Cell<bool>>,
}

/// What was found when it was opened.
pub struct Opened {
    /// It stays open until it is dropped, or the browser closes it.
    pub store: Store,
    /// There was nothing yet.
    pub is_new: bool,
}

impl Drop for Store {
    fn drop(&mut self) {
        self.is_wanted.set(false);
        self.database.close();
    }
}

impl Store {
    /// Opens the database with that name, or makes it. `lost` is called when the browser has closed it.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn open(name: &str, lost: impl Fn() + Clone + 'static) -> Result<Opened, StoreError> {
        let mut request = Factory::new().and_then(|factory| factory.open(name, Some(VERSION))).map_err(reason)?;
        let is_new = Rc::new(Cell::new(false));
        let was_made = Rc::clone(&is_new);
        request.on_upgrade_needed(move |event| {
            was_made.set(true);
            if let Ok(database) = event.database() {
                for store in STORES {
                    // Fails where it is there already.
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        let mut database = request.await.map_err(reason)?;
        let is_wanted = Rc::new(Cell::new(true));
        let (wanted, told) = (Rc::clone(&is_wanted), lost.clone());
        database.on_close(move |_| {
            if wanted.get() {
                told();
            }
        });
        let wanted = Rc::clone(&is_wanted);
        // A newer version of the page, or whoever deletes it, may go ahead.
        database.on_version_change(move |event| {
            if let Ok(database) = event.database() {
                database.close();
            }
            if wanted.get() {
                lost();
            }
        });
        // They may be called when nobody wants to hear any more.
        database.forget_callbacks();
        Ok(Opened { store: Self { database, is_wanted }, is_new: is_new.get() })
    }

    /// Whether it has the form that it is made with. Where something has given it another one, it can be read at most.
    pub fn is_whole(&self) -> bool {
        STORES.into_iter().all(|store| self.has(store))
    }

    fn has(&self, store: &str) -> bool {
        self.database.store_names().iter().any(|name| name == store)
    }

    /// Everything: records, and keys that are marked as deleted.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn all(&self) -> Result<(Vec<Record>, Vec<String>), StoreError> {
        if !self.has(RECORDS) {
            return Err(StoreError::Damaged);
        }
        let there: Vec<_> = STORES.into_iter().filter(|store| self.has(store)).collect();
        let transaction = self.database.transaction(&there, TransactionMode::ReadOnly).map_err(reason)?;
        let records = values(&transaction, None).await.map_err(reason)?.iter().map(record).collect();
        let deleted =
            if self.has(DELETED) { keys(&transaction, DELETED, None).await.map_err(reason)? } else { Vec::new() };
        Ok((records, deleted))
    }

    /// Reads the records from the first to the last of these keys, and which keys are marked as deleted there, and
    /// writes what `change` makes of them; nothing comes between.
    ///
    /// # Errors
    /// See [`StoreError`]; then nothing was written.
    pub async fn update(
        &self,
        keys: &[String],
        change: impl FnOnce(Vec<Record>, Vec<String>) -> Writes,
    ) -> Result<(), StoreError> {
        let (Some(first), Some(last)) = (keys.iter().min(), keys.iter().max()) else { return Ok(()) };
        let transaction = self.transaction(TransactionMode::ReadWrite).map_err(reason)?;
        let range = KeyRange::bound(&first.into(), &last.into(), None, None).map_err(reason)?;
        let marked = self::keys(&transaction, DELETED, Some(Query::KeyRange(range.clone()))).await.map_err(reason)?;
        let found = values(&transaction, Some(range)).await.map_err(reason)?;
        let writes = change(found.iter().map(record).collect(), marked);
        request(&transaction, &writes, &found).map_err(reason)?;
        finish(transaction).await
    }

    /// Takes everything out.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn clear(&self) -> Result<(), StoreError> {
        let transaction = self.transaction(TransactionMode::ReadWrite).map_err(reason)?;
        for name in STORES {
            transaction.object_store(name).and_then(|store| store.clear()).map_err(reason)?;
        }
        finish(transaction).await
    }

    fn transaction(&self, mode: TransactionMode) -> Result<Transaction, Error> {
        self.database.transaction(&STORES, mode)
    }
}

/// Records as they are, whatever they are.
async fn values(transaction: &Transaction, range: Option<KeyRange>) -> Result<Vec<(String, JsValue)>, Error> {
    let range = range.map(Query::KeyRange);
    let keys = keys(transaction, RECORDS, range.clone()).await?;
    // Asked for only now: a request is heard from the moment it is awaited.
    let values = transaction.object_store(RECORDS)?.get_all(range, None)?.await?;
    Ok(keys.into_iter().zip(values).collect())
}

fn record((key, value): &(String, JsValue)) -> Record {
    (key.clone(), value.as_string())
}

async fn keys(transaction: &Transaction, store: &str, range: Option<Query>) -> Result<Vec<String>, Error> {
    let keys = transaction.object_store(store)?.get_all_keys(range, None)?.await?;
    Ok(keys.into_iter().map(|key| key.as_string().unwrap_or_default()).collect())
}

fn request(transaction: &Transaction, writes: &Writes, found: &[(String, JsValue)]) -> Result<(), Error> {
    let (records, deleted) = (transaction.object_store(RECORDS)?, transaction.object_store(DELETED)?);
    for (from, to) in &writes.aside {
        if let Some((_, value)) = found.iter().find(|(key, _)| key == from) {
            records.put(value, Some(&JsValue::from_str(to)))?;
        }
    }
    for (key, record) in &writes.put {
        records.put(&JsValue::from_str(record), Some(&JsValue::from_str(key)))?;
    }
    for key in &writes.remove {
        records.delete(JsValue::from_str(key))?;
    }
    for key in &writes.mark {
        deleted.put(&JsValue::TRUE, Some(&JsValue::from_str(key)))?;
    }
    for key in &writes.unmark {
        deleted.delete(JsValue::from_str(key))?;
    }
    Ok(())
}

async fn finish(transaction: Transaction) -> Result<(), StoreError> {
    // Says why, after the transaction itself was given away.
    let witness = transaction.object_store(RECORDS).map(|store| store.transaction()).map_err(reason)?;
    let why = || witness.error().map_or_else(|| StoreError::Denied("AbortError".to_owned()), |error| of(&error));
    match transaction.await {
        Ok(TransactionResult::Committed) => Ok(()),
        Ok(TransactionResult::Aborted) => Err(why()),
        Err(error) => Err(match reason(error) {
            StoreError::Denied(_) => why(),
            known => known,
        }),
    }
}

fn reason(error: Error) -> StoreError {
    match error {
        Error::DomException(error) => of(&error),
        Error::IndexedDbOpenFailed(value) | Error::IndexedDbNotFound(value) | Error::TransactionOpenFailed(value) => {
            value.dyn_ref::<DomException>().map_or_else(|| StoreError::Denied(format!("{value:?}")), of)
        }
        error => StoreError::Denied(error.to_string()),
    }
}

fn of(error: &DomException) -> StoreError {
    match error.name().as_str() {
        "VersionError" => StoreError::Newer,
        "QuotaExceededError" => StoreError::Full,
        name => StoreError::Denied(name.to_owned()),
    }
}

/// Whether the browser has promised to keep what is stored until the reader deletes it. Asks for it where
/// `ask` says so: some browsers then ask the reader.
pub async fn is_promised(ask: bool) -> bool {
    let Some(storage) = window().map(|window| window.navigator().storage()).filter(|storage| !storage.is_undefined())
    else {
        return false;
    };
    let Ok(promise) = (if ask { storage.persist() } else { storage.persisted() }) else { return false };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// Tells the other open pages of this site; [`Channel::listen`] hears them.
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// A channel of that name. Where the browser has none, nobody is told.
    pub fn new(name: &str) -> Self {
        Self(BroadcastChannel::new(name).ok())
    }

    /// Calls back with what another page says.
    pub fn listen(&self, callback: impl Fn(String) + 'static) {
        if let Some(channel) = &self.0 {
            super::listen::listen_on(channel, "message", move |event| {
                let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                callback(said.unwrap_or_default());
            });
        }
    }

    /// Says something to the others.
    pub fn say(&self, what: &str) {
        if let Some(channel) = &self.0 {
            // Fails for what cannot be copied, which a text can.
            let _ = channel.post_message(&JsValue::from_str(what));
        }
    }
}
