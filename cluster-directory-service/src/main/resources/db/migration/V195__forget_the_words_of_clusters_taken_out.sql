-- A cluster stands in the search as long as it is shown. Words that only clusters had which were taken out of the directory, or only their
-- notices, would stand in the way of those that somebody means: what such a word begins with was taken for no slip, and found nothing.
create or replace view cluster_search_now as
select c.id as cluster_id,
       setweight(to_tsvector('simple', coalesce(directory_spellings(c.name), '')), 'A')
       || setweight(to_tsvector('simple', coalesce(directory_spellings(c.summary || ' ' || c.keywords), '')), 'B')
       || setweight(to_tsvector('simple', coalesce(directory_spellings(d.words), '')), 'C')
       || setweight(to_tsvector('simple', coalesce(directory_spellings(concat_ws(' ',
              c.details ->> 'strategy', c.details ->> 'majorPlayers', c.details ->> 'scaleUpFacilities',
              c.details ->> 'excellenceLabel', c.details ->> 'otherLabel',
              -- a list is taken as it stands: what is between its words is no word
              c.details ->> 'technologyFields', c.details ->> 'services', c.details ->> 'networks',
              c.details ->> 'sectoralIndustries', c.details ->> 'emergingIndustries', c.details ->> 's3Areas',
              (select string_agg(n.label, ' ')
               from cluster_tag t
               join nace_division n on n.code = t.code
               where t.cluster_id = c.id and t.facet = 'MARKET'))), '')), 'D')
       || coalesce((select n.words from country_name n where n.country = c.country), cast('' as tsvector)) as words,
       array(select t.term from cluster_term t where t.cluster_id = c.id order by t.term) as terms
from cluster c
join cluster_derived_text d on d.cluster_id = c.id
where c.withdrawn_at is null;

-- As before, but a notice counts only while its cluster is shown.
create or replace function directory_offer_said() returns trigger
    language plpgsql as $$
declare
    given_up text[];
begin
    if tg_op = 'TRUNCATE' then
        delete from offer_word;
        return null;
    end if;
    if tg_op <> 'INSERT' then
        with gone as (
            delete from offer_word
            where word = any (tsvector_to_array(old.words)) and expires_on = old.expires_on
            returning word)
        select array_agg(word) into given_up from gone;
        insert into offer_word (word, expires_on)
        select w.word, max(o.expires_on)
        from unnest(given_up) as w (word)
        join cluster_offer o on o.words @@ cast(quote_literal(w.word) as tsquery)
        join cluster c on c.id = o.cluster_id and c.withdrawn_at is null
        group by w.word;
    end if;
    if tg_op <> 'DELETE' and not exists (select from cluster c where c.id = new.cluster_id and c.withdrawn_at is not null) then
        insert into offer_word (word, expires_on)
        select w.word, new.expires_on
        from unnest(tsvector_to_array(new.words)) as w (word)
        where length(w.word) > 3 and w.word !~ '[0-9]'
        on conflict (word) do update set expires_on = greatest(offer_word.expires_on, excluded.expires_on);
    end if;
    return null;
end;
$$;

-- The words of all notices of a cluster, when it is taken out and when it is back. Whoever does that has the row of the revision first, as
-- whoever writes a notice has.
create function directory_cluster_said() returns trigger
    language plpgsql as $$
declare
    said text[];
begin
    select array_agg(distinct w.word) into said
    from cluster_offer o
    cross join unnest(tsvector_to_array(o.words)) as w (word)
    where o.cluster_id = new.id and length(w.word) > 3 and w.word !~ '[0-9]';
    delete from offer_word where word = any (said);
    insert into offer_word (word, expires_on)
    select w.word, max(o.expires_on)
    from unnest(said) as w (word)
    join cluster_offer o on o.words @@ cast(quote_literal(w.word) as tsquery)
    join cluster c on c.id = o.cluster_id and c.withdrawn_at is null
    group by w.word;
    return null;
end;
$$;
create trigger tr_cluster_said
    after update of withdrawn_at on cluster
    for each row
    when ((old.withdrawn_at is null) <> (new.withdrawn_at is null))
    execute function directory_cluster_said();

delete from cluster_search s
using cluster c
where c.id = s.cluster_id and c.withdrawn_at is not null;
with now as materialized (
    select word from ts_stat('select words from cluster_search') where length(word) > 3 and word !~ '[0-9]')
delete from search_word s
where not exists (select from now n where n.word = s.word);
delete from offer_word;
insert into offer_word (word, expires_on)
select w.word, max(o.expires_on)
from cluster_offer o
join cluster c on c.id = o.cluster_id and c.withdrawn_at is null
cross join unnest(tsvector_to_array(o.words)) as w (word)
where length(w.word) > 3 and w.word !~ '[0-9]'
group by w.word;

-- Whoever has read a list of clusters is to read it again.
update directory_revision set number = number + 1;
