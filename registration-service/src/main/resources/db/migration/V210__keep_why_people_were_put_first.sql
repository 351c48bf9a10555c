-- Why organisers put somebody first on the waiting list. The precedence ends with the next offer; the reason stays.
create table waiting_precedence (
    id             uuid        not null,
    application_id uuid        not null,
    reason         text        not null,
    given_at       timestamptz not null,
    constraint pk_waiting_precedence primary key (id),
    constraint fk_waiting_precedence_application_id foreign key (application_id) references application (id) on delete cascade
);
create index ix_waiting_precedence_application_id on waiting_precedence (application_id, given_at, id);
comment on column waiting_precedence.reason is 'personal; why organisers put the person first; kept to decide, see WaitingPersonalData';

insert into waiting_precedence (id, application_id, reason, given_at)
select gen_random_uuid(), application_id, first_reason, first_at from waiting_entry where first_at is not null;
alter table waiting_entry
    drop constraint ck_waiting_entry_first,
    drop column first_reason;
