CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (a integer) USING other;
CREATE TABLE u (a integer);
