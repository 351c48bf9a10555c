-- Who has been reminded to say how they come and what they need before the lists go out; once is enough.
create table logistics_reminder (
    application_id uuid        not null,
    reminded_at    timestamptz not null,
    constraint pk_logistics_reminder primary key (application_id),
    constraint fk_logistics_reminder_application_id foreign key (application_id) references application (id) on delete cascade
);
create index ix_logistics_setting_freeze_at on logistics_setting (freeze_at) where freeze_at is not null;
