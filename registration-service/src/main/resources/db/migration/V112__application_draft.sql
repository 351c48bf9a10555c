-- Applications that are being written. Whoever holds the token has the draft; here is only its hash.
create table application_draft (
    token_hash text        not null,
    call_id    uuid        not null,
    entries    text        not null,
    saved_at   timestamptz not null,
    expires_at timestamptz not null,
    sent_at    timestamptz,
    version    bigint      not null,
    constraint pk_application_draft primary key (token_hash),
    constraint fk_application_draft_call_id foreign key (call_id) references call_for_participation (id)
);
create index ix_application_draft_call_id on application_draft (call_id);
create index ix_application_draft_expires_at on application_draft (expires_at);
comment on column application_draft.entries is
    'Personal. Emptied when the draft is sent, deleted with it infocus.draft.kept-for after it was last saved (ForgetDrafts).';
