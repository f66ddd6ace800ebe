import { post } from './client';
import { session } from './session';

/** Signs in, or throws an ApiError: 401 where username and password do not match. */
export async function signIn(username: string, password: string): Promise<void> {
  const { access_token: accessToken } = await post('/api/v1/login', { username, password });
  session.begin(accessToken);
}
