/**
 * The first schema. Records have their own tables; `changes` and `history` hold what happened to them, and
 * `tombstones` what is gone, so that a deletion can be shared. Dates are ISO 8601 in UTC, ranges are UTF-16
 * units. `revision` names a version and `seen` those that it came after (see app/exchange/version.ts).
 */
export const foundation = `
create table project (
  id text primary key,
  name text not null,
  created text not null,
  revision text not null,
  seen text not null default ''
) strict;

create table annotators (
  id text primary key,
  name text not null,
  revision text not null,
  seen text not null default ''
) strict;

create table labels (
  id text primary key,
  name text not null,
  summary text not null,
  definition text not null,
  inclusion text not null,
  exclusion text not null,
  examples text not null check (json_valid(examples)),
  counterexamples text not null check (json_valid(counterexamples)),
  colour text not null,
  key text not null,
  parent text,
  exclusive integer not null check (exclusive in (0, 1)),
  retired integer not null check (retired in (0, 1)),
  successor text,
  position integer not null,
  revision text not null,
  seen text not null default ''
) strict;

create table attributes (
  id text primary key,
  name text not null,
  definition text not null,
  type text not null,
  choices text not null check (json_valid(choices)),
  labels text not null check (json_valid(labels)),
  required integer not null check (required in (0, 1)),
  preset text not null,
  condition text check (condition is null or json_valid(condition)),
  position integer not null,
  revision text not null,
  seen text not null default ''
) strict;

-- Every state of the codebook that somebody made, whole.
create table editions (
  id text primary key,
  version text not null,
  by text not null references annotators (id),
  at text not null,
  reason text not null,
  labels text not null check (json_valid(labels)),
  attributes text not null check (json_valid(attributes)),
  revision text not null,
  seen text not null default ''
) strict;

create table guidelines (
  id text primary key,
  text text not null,
  codebook text not null,
  by text not null,
  at text not null,
  revision text not null,
  seen text not null default ''
) strict;

-- Which guideline and which codebook each annotator has read last, on this computer: not shared.
create table guidelines_read (
  annotator text primary key,
  text text not null,
  codebook text not null,
  at text not null
) strict, without rowid;

-- Texts never change, and stay when their article is undone: the history can bring it back, to where it was. key: the
-- place of the article among all, which no other text is ever given.
create table texts (
  key integer primary key,
  article text not null unique,
  length integer not null,
  text text not null
) strict;

-- key: that of the text.
create table articles (
  key integer primary key,
  id text not null unique references texts (article),
  title text not null,
  source text not null,
  author text not null,
  url text not null,
  published text not null,
  language text not null,
  origin_name text,
  origin_sha256 text,
  imported text not null,
  imported_by text not null references annotators (id),
  revision text not null,
  seen text not null default ''
) strict;
create index articles_by_title on articles (title collate nocase, key);
create index articles_by_published on articles (published, key);
create index articles_by_source on articles (source, key);
create index articles_by_language on articles (language, key);

-- One row an article: [start, end, start, end …].
create table segmentations (
  article text primary key references articles (id),
  sentences text not null check (json_valid(sentences)),
  count integer not null,
  mended integer not null check (mended in (0, 1)),
  revision text not null,
  seen text not null default ''
) strict, without rowid;
create index segmentations_by_count on segmentations (article, count);

create table annotations (
  id text primary key,
  article text not null references articles (id),
  annotator text not null references annotators (id),
  label text not null references labels (id),
  start integer not null check (start >= 0),
  "end" integer not null check ("end" > start),
  attributes text not null check (json_valid(attributes)),
  mentions text not null check (json_valid(mentions)),
  note text not null,
  codebook text not null,
  created text not null,
  updated text not null,
  revision text not null,
  seen text not null default ''
) strict, without rowid;
create index annotations_by_article on annotations (article, annotator, start, "end");
-- Whose annotations have a label, and where they are, without a look at the annotations.
create index annotations_by_label on annotations (label, annotator, article, start);
-- Which articles have a label.
create index annotations_by_label_in_article on annotations (label, article);

create table reviews (
  article text not null references articles (id),
  annotator text not null references annotators (id),
  start integer not null check (start >= 0),
  "end" integer not null check ("end" > start),
  judgement text not null,
  at text not null,
  revision text not null,
  seen text not null default '',
  primary key (article, annotator, start, "end")
) strict, without rowid;
-- Of the few that say more than that the sentence was read.
create index reviews_by_judgement on reviews (judgement, annotator, article, start) where judgement <> 'read';

-- "by" is nobody's ownership: whoever decides later writes over it.
create table decisions (
  article text not null references articles (id),
  start integer not null check (start >= 0),
  "end" integer not null check ("end" > start),
  by text not null references annotators (id),
  at text not null,
  choice text not null,
  labels text not null check (json_valid(labels)),
  cause text not null,
  reason text not null,
  rule text not null,
  ground text not null,
  revision text not null,
  seen text not null default '',
  primary key (article, start, "end")
) strict, without rowid;

create table collections (
  id text primary key,
  name text not null,
  dealt_to text references annotators (id),
  revision text not null,
  seen text not null default ''
) strict;

-- An article that is gone, or a collection, leaves its memberships: they mean nothing then.
create table memberships (
  collection text not null,
  article text not null,
  by text not null,
  at text not null,
  revision text not null,
  seen text not null default '',
  primary key (collection, article)
) strict, without rowid;
create index memberships_by_article on memberships (article);

-- Which articles went to whom is in the memberships of the collections that are dealt to them.
create table dealings (
  id text primary key,
  by text not null,
  at text not null,
  "to" text not null check (json_valid("to")),
  terms text not null check (json_valid(terms)),
  articles integer not null,
  blind integer not null check (blind in (0, 1)),
  opened text,
  revision text not null,
  seen text not null default ''
) strict;

-- Which annotator a person said that they are, on a computer of theirs.
create table identities (
  annotator text not null,
  person text not null,
  name text not null,
  at text not null,
  revision text not null,
  seen text not null default '',
  primary key (annotator, person)
) strict, without rowid;

create table tombstones (
  kind text not null,
  record text not null,
  revision text not null,
  seen text not null default '',
  last text not null check (json_valid(last)),
  primary key (kind, record)
) strict, without rowid;

-- Versions that stand against the one in the record's own table, or against its tombstone; see app/exchange/version.ts.
create table siblings (
  kind text not null,
  record text not null,
  revision text not null,
  seen text not null,
  deleted integer not null check (deleted in (0, 1)),
  value text not null check (json_valid(value)),
  primary key (kind, record, revision)
) strict, without rowid;

-- Up to which change each colleague, by the name under which they were sent to, has been given what there was.
create table shares (
  colleague text primary key,
  seq integer not null,
  at text not null
) strict, without rowid;

-- Exchange files that were merged, and the annotations that came by them.
create table arrivals (
  key integer primary key,
  name text not null,
  sha256 text not null,
  sender text not null,
  at text not null
) strict;
create table arrived (
  annotation text primary key,
  arrival integer not null references arrivals (key)
) strict, without rowid;

-- Files of team folders that were merged or written here, by the SHA-256 of their bytes. device and number: the series
-- (see main/exchange/team-folder). change: the merge, null where it brought nothing new. upto: of a file written here,
-- the change up to which it and those before it in its series say everything.
create table folder_files (
  sha256 text primary key,
  device text not null,
  number integer not null,
  whole integer not null check (whole in (0, 1)),
  change integer,
  upto integer,
  at text not null
) strict, without rowid;

-- Files of team folders that could not be merged yet, and since when they are as they are.
create table folder_waiting (
  name text primary key,
  sha256 text not null,
  since text not null
) strict, without rowid;

-- state: 0 done, 1 undone, 2 undone and not to be redone any more. reverts: the change that this one undid or redid.
-- aside: no step of the person's own, such as what a team folder brought: undo passes it over.
create table changes (
  seq integer primary key,
  revision text not null,
  annotator text not null,
  action text not null,
  at text not null,
  "group" text,
  reverts integer references changes (seq),
  state integer not null default 0 check (state in (0, 1, 2)),
  aside integer not null default 0 check (aside in (0, 1))
) strict;
create index changes_to_undo on changes (annotator, state, seq) where reverts is null and aside = 0;
create index changes_aside on changes (annotator, seq) where aside = 1;
create index changes_by_group on changes ("group") where "group" is not null;

create table history (
  change integer not null references changes (seq),
  place integer not null,
  kind text not null,
  record text not null,
  before text check (before is null or json_valid(before)),
  after text check (after is null or json_valid(after)),
  primary key (change, place)
) strict, without rowid;

-- Derived from annotations and reviews by the write function. key: of the article; sentences: how many it has.
create table progress (
  article text not null references articles (id) on delete cascade,
  annotator text not null references annotators (id),
  tagged integer not null,
  reviewed integer not null,
  unjudged integer not null,
  flagged integer not null,
  sentences integer not null,
  key integer not null,
  primary key (article, annotator)
) strict, without rowid;
create index progress_by_annotator on progress (annotator, key, tagged, reviewed, unjudged, flagged, sentences);
create index progress_flagged on progress (annotator, key) where flagged > 0;

-- Derived from annotations and reviews: how many of them each annotator gave on each day (ISO 8601, UTC).
create table working_days (
  annotator text not null,
  day text not null,
  marks integer not null,
  primary key (annotator, day)
) strict, without rowid;
create trigger annotation_given after insert on annotations begin
  insert into working_days values (new.annotator, substr(new.created, 1, 10), 1)
    on conflict (annotator, day) do update set marks = marks + 1;
end;
create trigger annotation_gone after delete on annotations begin
  update working_days set marks = marks - 1
    where annotator = old.annotator and day = substr(old.created, 1, 10);
  delete from working_days
    where annotator = old.annotator and day = substr(old.created, 1, 10) and marks = 0;
end;
create trigger review_given after insert on reviews begin
  insert into working_days values (new.annotator, substr(new.at, 1, 10), 1)
    on conflict (annotator, day) do update set marks = marks + 1;
end;
create trigger review_gone after delete on reviews begin
  update working_days set marks = marks - 1
    where annotator = old.annotator and day = substr(old.at, 1, 10);
  delete from working_days
    where annotator = old.annotator and day = substr(old.at, 1, 10) and marks = 0;
end;
create trigger review_again after update of at on reviews begin
  update working_days set marks = marks - 1
    where annotator = old.annotator and day = substr(old.at, 1, 10);
  delete from working_days
    where annotator = old.annotator and day = substr(old.at, 1, 10) and marks = 0;
  insert into working_days values (new.annotator, substr(new.at, 1, 10), 1)
    on conflict (annotator, day) do update set marks = marks + 1;
end;

-- Derived from annotations: the labels that there are in each article, as they were given.
create table article_labels (
  label text not null,
  key integer not null references articles (key) on delete cascade,
  primary key (label, key)
) strict, without rowid;

-- Derived: the articles in which annotators have judged a same sentence differently, the gold layer left out.
create table disputed (
  key integer primary key references articles (key) on delete cascade
) strict;

-- Derived from annotations: the values of their attributes, but for long ones.
create table attribute_values (
  annotation text not null,
  attribute text not null,
  value text not null,
  article text not null,
  annotator text not null,
  key integer not null,
  primary key (annotation, attribute)
) strict, without rowid;
create index attribute_values_by_value on attribute_values (attribute, value, article);
create index attribute_values_by_article on attribute_values (attribute, value, key);

-- Derived from attribute_values, the gold layer's left out: each value of an attribute once, and how many annotations
-- have it. folded: without case and diacritics (see app/text/folded.ts).
create table known_values (
  key integer primary key,
  attribute text not null,
  value text not null,
  folded text not null,
  uses integer not null,
  unique (attribute, value)
) strict;
create index known_values_by_uses on known_values (attribute, uses desc, folded, value);
create index known_values_by_beginning on known_values (attribute, folded, value, uses);
create virtual table value_words using fts5 (
  attribute, value, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Derived from annotations, the gold layer's left out: where what is followed up over time has come to. kind and card:
-- the attribute that links it to others like it and the value that it has there, else its label and itself. status: the
-- last one, since when; empty where there is none. due: 9999 where there is no deadline.
create table standings (
  annotation text primary key,
  kind text not null,
  card text not null,
  status text not null,
  since text not null,
  due text not null
) strict, without rowid;
create index standings_by_card on standings (kind, card, since, status);
create index standings_by_due on standings (kind, card, due);

-- Derived from standings: each card once, with its last status and its first deadline.
create table cards (
  kind text not null,
  card text not null,
  status text not null,
  due text not null,
  primary key (kind, card)
) strict, without rowid;
create index cards_by_status on cards (kind, status, due, card);

-- Where each annotator was in an article last: no work of anybody, and not shared.
create table positions (
  article text not null,
  annotator text not null,
  start integer not null,
  at text not null,
  primary key (article, annotator)
) strict, without rowid;
create index positions_by_time on positions (annotator, at);

-- Derived from articles and texts: their words, as app/search/index-text.ts writes them.
create virtual table article_words using fts5 (
  title, text, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc'''
);
`
