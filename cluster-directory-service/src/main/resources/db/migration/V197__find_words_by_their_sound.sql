-- Languages write the same sound in other letters: fotónica and photonics, elektronika and electronics. The sound of a word is the word with
-- one way of writing each, and no letter twice.
create function directory_sound(word text) returns text
    language sql immutable strict parallel safe
return regexp_replace(
    translate(regexp_replace(regexp_replace(replace(word, 'ph', 'f'), 'qu|ch|ck', 'c', 'g'), 'th', 't', 'g'), 'kqywz', 'ccivs'),
    '(.)\1+', '\1', 'g');

create index ix_search_word_sound on search_word (directory_sound(word) text_pattern_ops);
create index ix_offer_word_sound on offer_word (directory_sound(word) text_pattern_ops);

-- As before, and of words that are no slip of another those come first that sound like them but for the end, where languages differ most.
create or replace function directory_alike(typed text, today date) returns text
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
    with beginning as (
        select left(sound, greatest(5, length(sound) - 2)) as sound
        from directory_sound(typed) as sound
        where length(sound) between 5 and 40
    ),
    sounding as (
        select s.word from beginning b
        join search_word s on directory_sound(s.word) ~>=~ b.sound and directory_sound(s.word) ~<~ (b.sound || chr(1114111))
        union
        select o.word from beginning b
        join offer_word o on directory_sound(o.word) ~>=~ b.sound and directory_sound(o.word) ~<~ (b.sound || chr(1114111))
        where o.expires_on >= today
    )
    select string_agg(quote_literal(word) || ':*@', ' | ' order by word) from sounding), (
    with likely as (
        select word, similarity(word, typed) as closeness
        from (select word from search_word where word % typed
              union
              select word from offer_word where word % typed and expires_on >= today) as said
    )
    select string_agg(quote_literal(word) || ':*@', ' | ' order by word)
    from likely
    where closeness >= 0.4 and closeness >= (select max(closeness) from likely) - 0.1));
