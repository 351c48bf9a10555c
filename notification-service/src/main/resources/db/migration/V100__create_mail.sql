-- One row per mail. No name and no address: masked_address is for recognising a person beside their application, not for writing to them.
create table mail (
    id                uuid        not null,
    version           bigint      not null,
    dedupe_key        text        not null,
    message_id        text        not null,
    template          text        not null,
    template_version  integer     not null,
    language          text,
    application_id    uuid        not null,
    workshop_id       uuid        not null,
    aggregate_version bigint      not null,
    reason_code       text,
    state             text        not null,
    attempts          integer     not null,
    next_attempt_at   timestamptz not null,
    claim             uuid,
    claimed_at        timestamptz,
    handed_over_at    timestamptz,
    queued_at         timestamptz not null,
    finished_at       timestamptz,
    smtp_reply        text,
    masked_address    text,
    constraint pk_mail primary key (id),
    constraint uq_mail_dedupe_key unique (dedupe_key),
    constraint uq_mail_message_id unique (message_id),
    constraint ck_mail_state check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCLEAR', 'RECIPIENT_GONE')),
    constraint ck_mail_attempts check (attempts >= 0),
    -- a claimed mail has a claimer, a waiting one has none
    constraint ck_mail_claim check (case state
        when 'SENDING' then claim is not null and claimed_at is not null
        when 'QUEUED' then claim is null and claimed_at is null and handed_over_at is null
        else true end),
    constraint ck_mail_finished check ((finished_at is not null) = (state in ('SENT', 'FAILED', 'UNCLEAR', 'RECIPIENT_GONE')))
);

-- the sender's question: what is due?
create index ix_mail_due on mail (next_attempt_at, id) where state = 'QUEUED';
-- the recovery's question: which claims are old?
create index ix_mail_claimed on mail (claimed_at) where state = 'SENDING';
-- an application's mails, for the order among them and for the delivery log
create index ix_mail_application on mail (application_id, aggregate_version);
-- the delivery log by state and by template, newest first
create index ix_mail_state on mail (state, id);
create index ix_mail_template on mail (template, id);
