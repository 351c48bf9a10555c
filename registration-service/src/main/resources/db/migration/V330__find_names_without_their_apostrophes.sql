-- What is searched in: the text as it is written, and once more without the apostrophes when it has any, so that "obrien" and "o'brien" both
-- find O'Brien.
create function searchable(value text) returns text language sql immutable parallel safe
return folded(value) || case
    when value ~ '[''`´‘’ʼ]' then ' ' || folded(regexp_replace(value, '[''`´‘’ʼ]', '', 'g'))
    else '' end;

alter table application drop column search_text;
alter table application
    add column search_text text not null
        generated always as (searchable(given_name || ' ' || family_name || ' ' || organisation || ' ' || email_key)) stored;
comment on column application.search_text is 'personal; made of name, organisation and address, and gone with them';
create index ix_application_search_text on application using gin (search_text gin_trgm_ops);
