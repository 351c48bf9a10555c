-- A search asks for each word by itself; nothing asks for all at once any more.
drop function directory_asked(text, text);
