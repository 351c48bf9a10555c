-- As before, but a text of more than eight words is not looked up at all before it turns out that it is not guessed at. And a beginning
-- is asked for as a range: an index serves no LIKE whose pattern is a column. No letter comes after the last one of Unicode.
create or replace function directory_meant(value text, today date) returns tsquery[]
    language sql stable strict parallel safe
return (
    with typed as (
        select w.word,
               exists (select from search_word s where s.word ~>=~ w.word and s.word ~<~ (w.word || chr(1114111)))
               or exists (select from offer_word o
                          where o.word ~>=~ w.word and o.word ~<~ (w.word || chr(1114111)) and o.expires_on >= today) as known
        from (select array_remove(regexp_split_to_array(directory_fold(value), '[^[:alnum:]]+'), '') as words) as given
        -- an array is expected to be short: with a thousand words to look up, the plan would be compiled for longer than it runs
        cross join unnest(given.words) as w (word)
        where cardinality(given.words) <= 8
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
    select case when bool_and(query is not null)
                then array_agg(to_tsquery('simple', query)) end
    from taken);
