-- A short word with two letters in the wrong order shares so few trigrams with the right one ("toirno" and "torino") that it was never
-- looked at. So its letters are looked for among all words.
create index ix_search_word_letters on search_word (directory_letters(word));

-- As before, but words of the very same letters are found however little else they share.
create or replace function directory_meant(value text) returns tsquery
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
                   from (select likely.word, likely.closeness, max(likely.closeness) over () as closest
                         from (select s.word,
                                      case when directory_letters(s.word) = directory_letters(typed.word) then 1
                                           else similarity(s.word, typed.word) end as closeness
                               from search_word s
                               where s.word % typed.word or directory_letters(s.word) = directory_letters(typed.word)) likely) alike
                   where alike.closeness >= 0.4 and alike.closeness >= alike.closest - 0.1) end as query
        from typed
    )
    select case when bool_and(query is not null) and count(*) <= 8
                then to_tsquery('simple', string_agg('(' || query || ')', ' & ')) end
    from taken);
