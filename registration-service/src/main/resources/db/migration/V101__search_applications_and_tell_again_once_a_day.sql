create extension if not exists pg_trgm;

alter table application
    add column told_again_at timestamptz,
    add column search_text text not null
        generated always as (lower(given_name || ' ' || family_name || ' ' || organisation || ' ' || email_key)) stored;

create index ix_application_search_text on application using gin (search_text gin_trgm_ops);
create index ix_application_call_id_name on application (call_id, family_name, given_name, id);
create index ix_application_call_id_city on application (call_id, city_id, applied_at, id);
