//! What is kept on the device: the jobs of the model, done by the browser.

use std::cell::RefCell;
use std::rc::Rc;

use super::page;
use crate::browser::{self, Channel, Store, StoreError};
use crate::room::model::{Batch, Command, Job, Opened, Record, Refusal, Writes};

/// The way to what is kept.
pub struct Device {
    name: String,
    /// To the other open pages of this site.
    channel: Channel,
    store: RefCell<Option<Rc<Store>>>,
}

impl Device {
    /// A device that nothing was asked of yet.
    pub fn new() -> Self {
        // Pages of one site share a device's notes in all languages; two sites of one host do not.
        let name = format!("frise-notes {}", browser::folder(&page::app_attribute("data-root")));
        let channel = Channel::new(&name);
        Self { name, channel, store: RefCell::default() }
    }

    /// Something was kept: the other pages of the site are to look.
    pub fn tell_others(&self) {
        self.channel.say("");
    }

    /// Calls back whenever another page of the site has written something.
    pub fn hear_others(&self, heard: impl Fn() + 'static) {
        self.channel.listen(move |_| heard());
    }

    /// Does a job. Its end is a command; a connection that it opens calls back once it is lost.
    pub async fn carry_out(&self, job: Job, lost: impl Fn() + Clone + 'static) -> Command {
        match job {
            Job::Open => {
                let opened = self.connect(lost).await;
                Command::Opened(opened.map_err(refusal), browser::is_promised(false).await)
            }
            Job::Read => Command::Read(match self.store() {
                Ok(store) => store.all().await.map_err(refusal),
                Err(refusal) => Err(refusal),
            }),
            Job::Write(batch) => Command::Written(match self.store() {
                Ok(store) => write(&store, batch).await,
                Err(refusal) => Err(refusal),
            }),
            Job::Clear => Command::Cleared(match self.store() {
                Ok(store) => store.clear().await.map_err(refusal),
                Err(refusal) => Err(refusal),
            }),
        }
    }

    async fn connect(&self, lost: impl Fn() + Clone + 'static) -> Result<Opened, StoreError> {
        let opened = Store::open(&self.name, lost).await?;
        let found = Opened { is_whole: opened.store.is_whole(), is_new: opened.is_new };
        // The connection before, if there was one, is closed by that.
        self.store.replace(Some(Rc::new(opened.store)));
        Ok(found)
    }

    fn store(&self) -> Result<Rc<Store>, Refusal> {
        self.store.borrow().clone().ok_or_else(|| Refusal::Denied("InvalidStateError".to_owned()))
    }
}

async fn write(store: &Store, batch: Batch) -> Result<crate::notes::Notes, Refusal> {
    let mut kept = None;
    let change = |records: Vec<Record>, marked: Vec<String>| {
        let (Writes { aside, put, remove, mark, unmark }, notes) =
            batch.writes(&records, &marked, &browser::random_id());
        kept = Some(notes);
        browser::Writes { aside, put, remove, mark, unmark }
    };
    store.update(&batch.keys(), change).await.map_err(refusal)?;
    Ok(kept.unwrap_or_default())
}

fn refusal(error: StoreError) -> Refusal {
    match error {
        StoreError::Newer => Refusal::Newer,
        StoreError::Full => Refusal::Full,
        StoreError::Damaged => Refusal::Damaged,
        StoreError::Denied(reason) => Refusal::Denied(reason),
    }
}
