-- What is asked for is put together word by word as a text in which @ stands for the marks, so that slips, too, are asked for in the
-- name first, then in the summary, then anywhere; and words are seen through that were joined, separated, put in the plural, or mistyped
-- in one letter only.

create extension if not exists fuzzystrmatch;

-- What a word is asked for by, with its marks: 'A' only in the name, 'AB' in the cluster's own words too, '' anywhere.
create function directory_marked(query text, marks text) returns tsquery
    language sql immutable strict parallel safe
return to_tsquery('simple', case marks when '' then replace(replace(query, ':@', ''), '@', '') else replace(query, '@', marks) end);

-- As before, and a plural finds the singular.
create or replace function directory_asked_word(word text, transcribed text, marks text) returns text
    language sql immutable strict parallel safe
return '(' || quote_literal(word) || ':*' || marks
    || case when transcribed <> word then ' | ' || quote_literal(transcribed) || ':*' || marks else '' end
    || case when directory_untranscribe(word) <> word
            then ' | ' || quote_literal(directory_untranscribe(word)) || case marks when '' then '' else ':' || marks end
            else '' end
    || case when word ~ '.{3}[^su]s$'
            then ' | ' || quote_literal(regexp_replace(regexp_replace(word, 's$', ''), 'ie$', 'y')) || case marks when '' then '' else ':' || marks end
            else '' end
    || ')';

-- Words that join others in the languages of the network, folded. Such as are also the beginning of a name are not among them.
create function directory_joins_others(word text) returns boolean
    language sql immutable strict parallel safe
return word in (
    'of', 'the', 'and', 'for', 'from', 'with', 'by', 'or', 'in', 'to',
    'de', 'del', 'el', 'la', 'las', 'los', 'en', 'para', 'con',
    'du', 'des', 'le', 'les', 'et', 'au', 'aux', 'pour', 'avec',
    'da', 'das', 'do', 'dos', 'na', 'nas', 'em', 'com',
    'di', 'il', 'lo', 'gli', 'dei', 'della', 'delle', 'ed', 'per',
    'der', 'die', 'den', 'dem', 'und', 'fur', 'fuer', 'von', 'im', 'mit',
    'dla', 'od', 've', 'ze', 'pri',
    'din', 'cu', 'si', 'pentru', 'eta');

-- The words of a search in their order. Those that only join others are left out where there are others.
create function directory_words(value text) returns table (word text, transcribed text, number bigint)
    language sql immutable strict parallel safe rows 5
as $$
    select each.word, each.transcribed, each.number
    from (select plain.word, transcribed.word as transcribed, plain.number, directory_joins_others(plain.word) as joins,
                 bool_and(directory_joins_others(plain.word)) over () as alone
          from unnest(regexp_split_to_array(directory_fold(value), '[^[:alnum:]]+')) with ordinality as plain (word, number)
          -- letters become letters: both texts have the same number of words
          join unnest(regexp_split_to_array(directory_transcribe(value), '[^[:alnum:]]+')) with ordinality as transcribed (word, number)
               on transcribed.number = plain.number
          where plain.word <> '') as each
    where each.alone or not each.joins
$$;

-- A word as it is asked for, and where it is made of two that are known, these: microelectronics is also micro electronics.
create function directory_asked_whole_or_apart(word text, transcribed text) returns text
    language sql stable strict parallel safe
return directory_asked_word(word, transcribed, '@') || coalesce((
    select string_agg(' | (' || quote_literal(left(word, cut)) || ':@ & '
                      || directory_asked_word(substr(word, cut + 1), substr(word, cut + 1), '@') || ')', '' order by cut)
    from generate_series(4, length(word) - 4) as cut
    where length(word) <= 40
        -- looked up one by one: to EXISTS the whole list would be read
        and (select true from search_word s where s.word = left($1, cut) limit 1)
        and (select true from search_word s where s.word = substr($1, cut + 1) limit 1)), '');

drop function directory_asked_each(text, text);
-- One query for each word. A long text is taken as a whole: it is copied from one place.
create function directory_asked_each(value text) returns text[]
    language sql stable strict parallel safe set jit = off
return (
    with given as materialized (select distinct word, transcribed from directory_words(value))
    select case when count(*) <= 8
                then array_agg(directory_asked_whole_or_apart(word, transcribed) order by word)
                else array[string_agg(directory_asked_word(word, transcribed, '@'), ' & ')] end
    from given
    having count(*) > 0);

-- Whether a cluster or an open notice has a word that begins so. A beginning is asked for as a range: an index serves no LIKE whose
-- pattern is a column. No letter comes after the last one of Unicode.
create function directory_begins(beginning text, today date) returns boolean
    language sql stable strict parallel safe
return exists (select from search_word s where s.word ~>=~ beginning and s.word ~<~ (beginning || chr(1114111)))
    or exists (select from offer_word o where o.word ~>=~ beginning and o.word ~<~ (beginning || chr(1114111)) and o.expires_on >= today);

create index ix_search_word_length on search_word (length(word));
create index ix_offer_word_length on offer_word (length(word));

-- The words that somebody may have meant who typed one that nobody has: those that are one slip away, which is a letter left out, added
-- or mistaken in a word of five at least, or letters in another order; otherwise those that look most like it.
create function directory_alike(typed text, today date) returns text
    language sql stable strict parallel safe
return coalesce((
    with slips as (
        select word from search_word where directory_letters(word) = directory_letters(typed)
        union
        select word from offer_word where directory_letters(word) = directory_letters(typed) and expires_on >= today
        union
        select word from search_word
        where length(typed) between 4 and 40 and length(word) between greatest(length(typed) - 1, 9 - length(typed)) and length(typed) + 1
            -- whatever is compared first: longer words than 255 letters are an error
            and case when length(word) <= 41 then levenshtein_less_equal(word, typed, 1) end = 1
        union
        select word from offer_word
        where length(typed) between 4 and 40 and length(word) between greatest(length(typed) - 1, 9 - length(typed)) and length(typed) + 1
            and case when length(word) <= 41 then levenshtein_less_equal(word, typed, 1) end = 1
            and expires_on >= today
    )
    select string_agg(quote_literal(word) || ':*@', ' | ' order by word) from slips), (
    with likely as (
        select word, similarity(word, typed) as closeness
        from (select word from search_word where word % typed
              union
              select word from offer_word where word % typed and expires_on >= today) as said
    )
    select string_agg(quote_literal(word) || ':*@', ' | ' order by word)
    from likely
    where closeness >= 0.4 and closeness >= (select max(closeness) from likely) - 0.1));

drop function directory_meant(text, date);
-- What was meant, when no cluster has all words: a word that nothing begins with is taken for those it may be a slip of, two words that
-- somebody writes as one for that one, and a single letter for one that joins others. Null when a word is like no other, and for more than
-- eight words.
create function directory_meant(value text, today date) returns text[]
    language sql stable strict parallel safe set jit = off
return (
    with given as materialized (
        select word, transcribed, number, lead(word) over (order by number) as next
        from directory_words(value)
    ),
    -- a long text is not looked up at all before it turns out that it is not guessed at
    few as materialized (select g.* from given g where (select count(*) from given) <= 8),
    known as materialized (
        select f.word, f.number, directory_asked_whole_or_apart(f.word, f.transcribed) as query,
               directory_begins(f.word, today) as begins,
               case when length(f.word || f.next) >= 5 and directory_begins(f.word || f.next, today) then f.word || f.next end as joined
        from few f
    ),
    neighbours as materialized (
        select k.*, k.begins or k.query like '% & %' as found,
               lead(k.query) over (order by k.number) as next_query,
               lead(k.begins) over (order by k.number) as next_begins,
               lag(k.joined) over (order by k.number) is not null as taken_in
        from known k
    ),
    taken as materialized (
        select n.number,
               case when n.joined is not null
                    then quote_literal(n.joined) || ':*@'
                        || case when n.begins and n.next_begins then ' | (' || n.query || ' & ' || n.next_query || ')' else '' end
                    when n.found then n.query
                    else directory_alike(n.word, today) end as query
        from neighbours n
        where (n.joined is not null or not n.taken_in)
            and (n.joined is not null or length(n.word) > 1 or (select count(*) from few) = 1)
    )
    select case when bool_and(query is not null) then array_agg(query order by number) end
    from taken);
