-- Entries on other objects whose details name an application; few have any.
create index ix_audit_entry_application on audit_entry ((details ->> 'applicationId'), at)
    where details ->> 'applicationId' is not null;

-- The nightly search for those whose time is over.
create index ix_application_not_erased on application (workshop_id, id) where erased_at is null;
