-- The words of a search may stand apart: one in the profile of a cluster, another in what it offers or looks for today. So each word
-- is asked for by itself; and what somebody meant is also looked for among the words of the notices.

-- One word as it stands or as the beginning of a longer one, in each of its spellings.
create function directory_asked_word(word text, transcribed text, marks text) returns text
    language sql immutable strict parallel safe
return '(' || quote_literal(word) || ':*' || marks
    || case when transcribed <> word then ' | ' || quote_literal(transcribed) || ':*' || marks else '' end
    || case when directory_untranscribe(word) <> word
            then ' | ' || quote_literal(directory_untranscribe(word)) || case marks when '' then '' else ':' || marks end
            else '' end
    || ')';

-- As before: all words at once.
create or replace function directory_asked(value text, marks text) returns tsquery
    language sql immutable strict parallel safe
return (select to_tsquery('simple', string_agg(directory_asked_word(plain.word, transcribed.word, marks), ' & '))
        from regexp_split_to_table(directory_fold(value), '[^[:alnum:]]+') with ordinality as plain (word, number)
        -- letters become letters: both texts have the same number of words
        join regexp_split_to_table(directory_transcribe(value), '[^[:alnum:]]+') with ordinality as transcribed (word, number)
             on transcribed.number = plain.number
        where plain.word <> '');

-- The same word by word. A long text is taken as a whole: it is copied from one place.
create function directory_asked_each(value text) returns tsquery[]
    language sql immutable strict parallel safe
return (select case when count(distinct plain.word) <= 8
                    then array_agg(distinct to_tsquery('simple', directory_asked_word(plain.word, transcribed.word, '')))
                    else array[directory_asked(value, '')] end
        from regexp_split_to_table(directory_fold(value), '[^[:alnum:]]+') with ordinality as plain (word, number)
        join regexp_split_to_table(directory_transcribe(value), '[^[:alnum:]]+') with ordinality as transcribed (word, number)
             on transcribed.number = plain.number
        where plain.word <> '');

-- All of these; null of none.
create function directory_all(parts tsquery[]) returns tsquery
    language sql immutable strict parallel safe
return (select cast(string_agg('(' || cast(part as text) || ')', ' & ') as tsquery) from unnest(parts) as part);

-- The words of open notices, each until the last day on which one says it. Notices end without a change, so the day is asked for.
create table offer_word (
    word       text not null,
    expires_on date not null,
    constraint pk_offer_word primary key (word)
);
create index ix_offer_word_beginning on offer_word (word text_pattern_ops);
create index ix_offer_word_alike on offer_word using gin (word gin_trgm_ops);
create index ix_offer_word_letters on offer_word (directory_letters(word));

-- Keeps them. Whoever writes a notice has the row of the revision first (below), so nobody else's notice with the same word is missed.
create function directory_offer_said() returns trigger
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
        group by w.word;
    end if;
    if tg_op <> 'DELETE' then
        insert into offer_word (word, expires_on)
        select w.word, new.expires_on
        from unnest(tsvector_to_array(new.words)) as w (word)
        where length(w.word) > 3 and w.word !~ '[0-9]'
        on conflict (word) do update set expires_on = greatest(offer_word.expires_on, excluded.expires_on);
    end if;
    return null;
end;
$$;
drop trigger tr_cluster_offer_changed on cluster_offer;
create trigger tr_cluster_offer_changed
    before insert or update or delete on cluster_offer
    for each statement execute function directory_changed();
create trigger tr_cluster_offer_said
    after insert or update or delete on cluster_offer
    for each row execute function directory_offer_said();
create trigger tr_cluster_offer_emptied
    after truncate on cluster_offer
    for each statement execute function directory_offer_said();

insert into offer_word (word, expires_on)
select w.word, max(o.expires_on)
from cluster_offer o
cross join unnest(tsvector_to_array(o.words)) as w (word)
where length(w.word) > 3 and w.word !~ '[0-9]'
group by w.word;

-- As before, word by word, and with the words of the notices that are open on a day.
drop function directory_meant(text);
create function directory_meant(value text, today date) returns tsquery[]
    language sql stable strict parallel safe
return (
    with typed as (
        select w.word,
               exists (select from search_word s where s.word like w.word || '%')
               or exists (select from offer_word o where o.word like w.word || '%' and o.expires_on >= today) as known
        -- an array is expected to be short: with a thousand words to look up, the plan would be compiled for longer than it runs
        from unnest(regexp_split_to_array(directory_fold(value), '[^[:alnum:]]+')) as w (word)
        where w.word <> ''
    ),
    taken as (
        select word,
               case when known then quote_literal(word) || ':*' else (
                   select string_agg(quote_literal(alike.word), ' | ')
                   from (select likely.word, likely.closeness, max(likely.closeness) over () as closest
                         from (select s.word,
                                      case when directory_letters(s.word) = directory_letters(typed.word) then 1
                                           else similarity(s.word, typed.word) end as closeness
                               from (select word
                                     from search_word
                                     where word % typed.word or directory_letters(word) = directory_letters(typed.word)
                                     union
                                     select word
                                     from offer_word
                                     where (word % typed.word or directory_letters(word) = directory_letters(typed.word))
                                         and expires_on >= today) s) likely) alike
                   where alike.closeness >= 0.4 and alike.closeness >= alike.closest - 0.1) end as query
        from typed
    )
    select case when bool_and(query is not null) and count(*) <= 8
                then array_agg(to_tsquery('simple', query)) end
    from taken);
