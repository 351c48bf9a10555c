-- What a city's people write about their cluster is what others look for: its strategy, its technologies, its services, its members and
-- networks, and whom it serves. It stands behind the words it is described with, so it has the last rank.
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
               where t.cluster_id = c.id and t.facet = 'MARKET'))), '')), 'D') as words,
       array(select t.term from cluster_term t where t.cluster_id = c.id order by t.term) as terms
from cluster c
join cluster_derived_text d on d.cluster_id = c.id;

insert into cluster_search (cluster_id, words, terms)
select cluster_id, words, terms from cluster_search_now
on conflict (cluster_id) do update set words = excluded.words, terms = excluded.terms;
insert into search_word (word)
select word from ts_stat('select words from cluster_search') where length(word) > 3 and word !~ '[0-9]'
on conflict do nothing;

-- Offers and needs end with a day, without a change: they are searched where they are kept.
alter table cluster_offer
    add column words tsvector not null
        generated always as (to_tsvector('simple', coalesce(directory_spellings(wording), ''))) stored;
create index ix_cluster_offer_words on cluster_offer using gin (words);

-- Whoever has read a list of clusters is to read it again.
update directory_revision set number = number + 1;
