-- Facts on their way out. A row stays unsent until the broker has acknowledged it.
create table outbox_event (
    id                uuid        not null,
    position          bigint      generated always as identity,
    topic             text        not null,
    message_key       text        not null,
    aggregate_version bigint      not null,
    type              text        not null,
    headers           jsonb       not null,
    payload           bytea       not null,
    occurred_at       timestamptz not null,
    recorded_at       timestamptz not null default now(),
    sent_at           timestamptz,
    attempts          integer     not null default 0,
    next_attempt_at   timestamptz,
    last_error        text,
    constraint pk_outbox_event primary key (id),
    constraint uq_outbox_event_version unique (topic, message_key, aggregate_version)
);
create index ix_outbox_event_unsent on outbox_event (position) where sent_at is null;
create index ix_outbox_event_sent_at on outbox_event (sent_at) where sent_at is not null;

-- The last version given to a key. Its row is locked until commit, so that versions rise in commit order without gaps.
create table outbox_stream (
    topic        text   not null,
    message_key  text   not null,
    last_version bigint not null,
    constraint pk_outbox_stream primary key (topic, message_key)
);

-- Facts that have come in and taken effect, in the same transaction.
create table inbox_event (
    event_id    uuid        not null,
    topic       text        not null,
    received_at timestamptz not null default now(),
    constraint pk_inbox_event primary key (event_id)
);
create index ix_inbox_event_received_at on inbox_event (received_at);

create table inbox_stream (
    topic        text   not null,
    message_key  text   not null,
    last_version bigint not null,
    constraint pk_inbox_stream primary key (topic, message_key)
);

-- Facts that could not take effect: PARKED (this key waits) or DEAD_LETTER (could not be read).
create table inbox_failure (
    id                uuid        not null,
    kind              text        not null,
    state             text        not null,
    topic             text        not null,
    message_key       text,
    event_id          uuid,
    aggregate_version bigint,
    type              text,
    headers           jsonb       not null,
    payload           bytea       not null,
    reason            text        not null,
    attempts          integer     not null default 1,
    failed_at         timestamptz not null,
    settled_at        timestamptz,
    constraint pk_inbox_failure primary key (id),
    constraint ck_inbox_failure_kind check (kind in ('PARKED', 'DEAD_LETTER')),
    constraint ck_inbox_failure_state check (state in ('OPEN', 'REPLAYED', 'DISCARDED'))
);
create index ix_inbox_failure_open on inbox_failure (topic, message_key, aggregate_version) where state = 'OPEN';
create index ix_inbox_failure_failed_at on inbox_failure (failed_at);
create unique index uq_inbox_failure_open_event on inbox_failure (event_id) where state = 'OPEN' and kind = 'PARKED';

-- Answers to creating requests, kept so that a repeated request gets the same answer.
create table idempotency_key (
    client       text        not null,
    operation    text        not null,
    key          text        not null,
    request_hash text        not null,
    status       integer     not null,
    location     text,
    body         text,
    expires_at   timestamptz not null,
    constraint pk_idempotency_key primary key (client, operation, key)
);
create index ix_idempotency_key_expires_at on idempotency_key (expires_at);

-- Who did what, when and to which object. No personal values.
create table audit_entry (
    id          uuid        not null,
    at          timestamptz not null,
    actor       text        not null,
    action      text        not null,
    object_type text        not null,
    object_id   text        not null,
    details     jsonb       not null,
    constraint pk_audit_entry primary key (id)
);
create index ix_audit_entry_object on audit_entry (object_type, object_id, at);
create index ix_audit_entry_at on audit_entry (at);
