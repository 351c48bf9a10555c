-- How names are searched and sorted: "muller" finds "Müller", "Šimić" stands among the names with S, "de la Cruz" among those with D.
alter function attendance_folded(text) rename to folded;

drop index ix_application_call_id_name;
alter table application drop column search_text;
alter table application
    add column search_text text not null
        generated always as (folded(given_name || ' ' || family_name || ' ' || organisation || ' ' || email_key)) stored,
    -- two blanks, so that a name comes before a longer one that begins with it, whatever the given name
    add column sort_name text not null
        generated always as (folded(family_name) || '  ' || folded(given_name)) stored;
comment on column application.search_text is 'personal; made of name, organisation and address, and gone with them';
comment on column application.sort_name is 'personal; made of the name, and gone with it';

create index ix_application_search_text on application using gin (search_text gin_trgm_ops);
create index ix_application_call_id_name on application (call_id, sort_name, id);
