-- What the desk's list is narrowed by, in the list's own order: whoever passes is found, and counted, without a look at the table, however many
-- have applied and whatever is combined.
create index ix_application_call_id_narrowed on application
    (call_id, applied_at, id, state, city_id, profile, contributor, bucket, cluster_id);

alter table saved_view
    add column newcomer boolean,
    add column contributor boolean,
    add column cluster text,
    add column bucket text;
