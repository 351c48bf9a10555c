-- A search asks for each word by itself, also where it only asks in the name or in the summary: which clusters have all of them is put
-- together outside the database, so the words of a query come in one order whatever the marks.

-- One query for each word in the order of the words, with marks as in directory_asked. A long text is taken as a whole: it is copied
-- from one place.
create function directory_asked_each(value text, marks text) returns tsquery[]
    language sql immutable strict parallel safe
return (select case when count(*) <= 8
                    then array_agg(to_tsquery('simple', directory_asked_word(plain, transcribed, marks)) order by plain, transcribed)
                    else array[directory_asked(value, marks)] end
        from (select distinct plain.word as plain, transcribed.word as transcribed
              from regexp_split_to_table(directory_fold(value), '[^[:alnum:]]+') with ordinality as plain (word, number)
              join regexp_split_to_table(directory_transcribe(value), '[^[:alnum:]]+') with ordinality as transcribed (word, number)
                   on transcribed.number = plain.number
              where plain.word <> '') as asked);

drop function directory_asked_each(text);
drop function directory_all(tsquery[]);
