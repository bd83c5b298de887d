CREATE TYPE public.goes;
CREATE TYPE public.stays;
CREATE TYPE public.grows;
