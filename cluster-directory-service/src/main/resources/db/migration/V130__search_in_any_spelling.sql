-- What a cluster is found by moves into a narrow table of its own: a search then reads no long texts, and whoever edits a cluster
-- does not write its search vector again and again.

-- A text the way people type it who have no umlauts on their keyboard: Köln is koeln, Malmø is malmoe.
create function directory_transcribe(value text) returns text
    language sql immutable strict parallel safe
return directory_fold(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    normalize(value, nfkc), '[äÄ]', 'ae', 'g'), '[öÖøØ]', 'oe', 'g'), '[üÜ]', 'ue', 'g'), '[åÅ]', 'aa', 'g'));

-- And back: what is left when a transcribed umlaut is taken for the letter without its dots (muenchen is munchen).
create function directory_untranscribe(folded text) returns text
    language sql immutable strict parallel safe
return replace(replace(replace(replace(folded, 'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'aa', 'a');

-- Every word of a text once, in each spelling under which somebody may look for it.
create function directory_spellings(value text) returns text
    language sql immutable strict parallel safe
return (select string_agg(distinct word, ' ')
        from regexp_split_to_table(
            directory_fold(value) || ' ' || directory_transcribe(value) || ' ' || directory_untranscribe(directory_fold(value)),
            '[^[:alnum:]]+') as word
        where word <> '');

-- All words, each as it stands or as the beginning of a longer one, in each of its spellings. Null when there is no word in it.
-- Marks restrict where: 'A' only in the name, 'AB' in the cluster's own words too, '' anywhere.
create function directory_asked(value text, marks text) returns tsquery
    language sql immutable strict parallel safe
return (select to_tsquery('simple', string_agg(
            '(' || quote_literal(plain.word) || ':*' || marks
            || case when transcribed.word <> plain.word then ' | ' || quote_literal(transcribed.word) || ':*' || marks else '' end
            || case when directory_untranscribe(plain.word) <> plain.word
                    then ' | ' || quote_literal(directory_untranscribe(plain.word)) || case marks when '' then '' else ':' || marks end
                    else '' end
            || ')', ' & '))
        from regexp_split_to_table(directory_fold(value), '[^[:alnum:]]+') with ordinality as plain (word, number)
        -- letters become letters: both texts have the same number of words
        join regexp_split_to_table(directory_transcribe(value), '[^[:alnum:]]+') with ordinality as transcribed (word, number)
             on transcribed.number = plain.number
        where plain.word <> '');

drop index ix_cluster_search_vector;
drop index ix_cluster_search_text;
drop view cluster_search_text;
alter table cluster drop column search_vector, drop column search_text;
drop function directory_query(text);

create table cluster_search (
    cluster_id text     not null,
    -- how often and where a word stands does not matter; only in which part
    words      tsvector not null,
    -- what it can be narrowed by, each as facet=value
    terms      text[]   not null,
    constraint pk_cluster_search primary key (cluster_id),
    constraint fk_cluster_search_cluster foreign key (cluster_id) references cluster on delete cascade deferrable initially deferred
);
-- A vector of a usual profile has about 2 kB. Kept in the row it is compared without a second look-up.
alter table cluster_search set (toast_tuple_target = 8160);
alter table cluster_search alter column words set storage main;
create index ix_cluster_search_words on cluster_search using gin (words);

-- The words that occur anywhere, to find the one that somebody meant.
create table search_word (
    word text not null,
    constraint pk_search_word primary key (word)
);
create index ix_search_word_beginning on search_word (word text_pattern_ops);
create index ix_search_word_alike on search_word using gin (word gin_trgm_ops);

-- The same for people who made a slip: a word that nothing begins with is taken for those that look most like it. Null when
-- a word is like no other. Long texts are not guessed at.
create function directory_meant(value text) returns tsquery
    language sql stable strict parallel safe
return (
    with typed as (
        select w.word, exists (select from search_word s where s.word like w.word || '%') as known
        from regexp_split_to_table(directory_fold(value), '[^[:alnum:]]+') as w (word)
        where w.word <> ''
    ),
    taken as (
        select word,
               case when known then quote_literal(word) || ':*' else (
                   select string_agg(quote_literal(alike.word), ' | ')
                   from (select s.word, similarity(s.word, typed.word) as closeness,
                                max(similarity(s.word, typed.word)) over () as closest
                         from search_word s
                         where s.word % typed.word) alike
                   where alike.closeness >= 0.4 and alike.closeness >= alike.closest - 0.1) end as query
        from typed
    )
    select case when bool_and(query is not null) and count(*) <= 8
                then to_tsquery('simple', string_agg('(' || query || ')', ' & ')) end
    from taken);

-- What a cluster can be narrowed by; broader competences included.
create view cluster_term as
select id as cluster_id, 'scope=' || case when city_id is null then 'OUTSIDE' else 'NETWORK' end as term from cluster
union all
select id, 'city=' || city_id from cluster where city_id is not null
union all
select id, 'country=' || country from cluster
union all
select id, 'kind=' || kind from cluster
union all
select cluster_id, 'scale=' || code from cluster_tag where facet = 'SCALE'
union all
select distinct t.cluster_id, 'competence=' || l.ancestor_id
from cluster_tag t
join competence_lineage l on l.competence_id = t.code
where t.facet = 'COMPETENCE'
union all
select cluster_id, 'naceDivision=' || code from cluster_tag where facet = 'ACTIVITY'
union all
select distinct t.cluster_id, 'naceSection=' || d.section_code
from cluster_tag t
join nace_division d on d.code = t.code
where t.facet = 'ACTIVITY'
union all
select cluster_id, 'ecosystem=' || ecosystem_id from cluster_ecosystem;

-- Words that are not the cluster's own: its city and region in every language we know them in, and the labels of what it does
-- and is good at, broader terms included.
create view cluster_derived_text as
select c.id as cluster_id,
       concat_ws(' ', city.name, region.name,
           (select string_agg(n.name, ' ') from city_nuts n where n.city_id = c.city_id),
           (select string_agg(n.name, ' ') from region_nuts n where n.region_id = region.id),
           (select string_agg(d.label, ' ')
            from cluster_tag t
            join nace_division d on d.code = t.code
            where t.cluster_id = c.id and t.facet = 'ACTIVITY'),
           (select string_agg(k.label, ' ')
            from competence k
            where k.id in (select l.ancestor_id
                           from cluster_tag t
                           join competence_lineage l on l.competence_id = t.code
                           where t.cluster_id = c.id and t.facet = 'COMPETENCE')),
           (select string_agg(e.label, ' ')
            from cluster_ecosystem ce
            join ecosystem e on e.id = ce.ecosystem_id
            where ce.cluster_id = c.id)) as words
from cluster c
left join city on city.id = c.city_id
left join region on region.id = city.region_id;

-- What stands in cluster_search, made anew.
create view cluster_search_now as
select c.id as cluster_id,
       setweight(to_tsvector('simple', coalesce(directory_spellings(c.name), '')), 'A')
       || setweight(to_tsvector('simple', coalesce(directory_spellings(c.summary || ' ' || c.keywords), '')), 'B')
       || setweight(to_tsvector('simple', coalesce(directory_spellings(d.words), '')), 'C') as words,
       array(select t.term from cluster_term t where t.cluster_id = c.id order by t.term) as terms
from cluster c
join cluster_derived_text d on d.cluster_id = c.id;

insert into cluster_search (cluster_id, words, terms)
select cluster_id, words, terms from cluster_search_now;
insert into search_word (word)
select word from ts_stat('select words from cluster_search') where length(word) > 3 and word !~ '[0-9]';
